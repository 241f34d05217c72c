import type { CodeText } from './compare-code.ts';
import { compareFlat, isFlat } from './flat-code.ts';
import { grammarName } from './grammar-name.ts';
import { EXTRA_ALIASES, tagName } from './language-tags.ts';

/**
 * The verdict on two blocks that their lines alone give, without a grammar: most blocks are copies, or
 * differ in comments only. Grammars take a tenth of a second to load, so it pays to need none.
 *
 * @returns `undefined` where the lines do not tell
 */
export function compareByLines(
	source: CodeText,
	target: CodeText,
): 'same' | 'comments' | undefined {
	if (source.code === target.code) return 'same';
	const tag = tagName(source.language);
	const language = EXTRA_ALIASES.get(tag) ?? grammarName(tag);
	const ours = flatLinesOf(source, language);
	return ours && compareFlat(ours, linesOf(target), language);
}

/** Asked for by each translation, and read once; `undefined` where a line depends on others. */
function flatLinesOf(source: CodeText, language: string): readonly string[] | undefined {
	if (!flatLines.has(source)) {
		const lines = linesOf(source);
		flatLines.set(source, isFlat(lines, language) ? lines : undefined);
	}
	return flatLines.get(source);
}

const flatLines = new WeakMap<CodeText, readonly string[] | undefined>();

function linesOf({ code }: CodeText): string[] {
	return code.split(/\r\n|\r|\n/);
}
