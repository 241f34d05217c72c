import type { LanguageRegistration } from 'shiki';
import type { Registry } from 'shiki/textmate';

/** What grammars are made from. */
export interface Library {
	/** Languages by name and alias, each with those that it holds; the last is its own. */
	readonly bundledLanguages: Readonly<
		Record<string, () => Promise<{ default: readonly LanguageRegistration[] }>>
	>;
	readonly registry: Registry;
	/** Makes a language known to those that hold it. */
	readonly register: (language: LanguageRegistration) => void;
}

/**
 * Where the pattern engine's code comes from. The module `shiki/wasm` needs no disk, and takes 60 ms
 * to unpack it; read from the file `shiki/onig.wasm` it is there in 5 ms.
 */
export type LoadEngine = () => NonNullable<
	Parameters<(typeof import('shiki/engine/oniguruma'))['createOnigurumaEngine']>[0]
>;

/**
 * Imports the highlighter's grammars and the engine of their patterns, without the rest of it.
 *
 * The engine is Oniguruma compiled to WebAssembly. Measured on 34 kB of JavaScript from 90 pages,
 * Node 24, two cores: 75 ms to import and create, then 605 ms for the first pass, 111 ms (316 kB/s)
 * once patterns are compiled and code is warm. The JavaScript engine takes 17 ms, then 944 ms and
 * 184 ms: it loses within the first few pages.
 */
export async function loadLibrary(loadEngine: LoadEngine): Promise<Library> {
	const [{ bundledLanguages }, { Registry }, { createOnigurumaEngine }] = await Promise.all([
		import('shiki/langs'),
		import('shiki/textmate'),
		import('shiki/engine/oniguruma'),
	]);
	const engine = await createOnigurumaEngine(loadEngine());
	const byScope = new Map<string, LanguageRegistration>();
	const injections = new Map<string, string[]>();
	const registry = new Registry({
		onigLib: {
			createOnigScanner: (patterns) => engine.createScanner(patterns),
			createOnigString: (text) => engine.createString(text),
		},
		loadGrammar: (scope) => byScope.get(scope),
		getInjections: (scope) => {
			const parts = scope.split('.');
			return parts.flatMap((_, i) => injections.get(parts.slice(0, i + 1).join('.')) ?? []);
		},
	});
	return {
		bundledLanguages,
		registry,
		register(language) {
			if (byScope.has(language.scopeName)) return;
			byScope.set(language.scopeName, language);
			for (const scope of language.injectTo ?? [])
				injections.set(scope, [...(injections.get(scope) ?? []), language.scopeName]);
		},
	};
}
