import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { LoadEngine } from '../checker/code/grammar-library.ts';

/** The highlighter's pattern engine from its file. */
export const readEngine: LoadEngine = () => ({
	async instantiator(imports) {
		const code = await readFile(fileURLToPath(import.meta.resolve('shiki/onig.wasm')));
		const { instance } = await WebAssembly.instantiate(code, imports);
		return instance.exports;
	},
});
