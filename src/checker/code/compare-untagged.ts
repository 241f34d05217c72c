import type { CodeComparison, CodeVerdict, Comparison } from './compare-code.ts';
import { compareConsole, hasPrompt } from './compare-console.ts';
import { compareTokens } from './compare-tokens.ts';
import { isLong } from './differing-part.ts';
import type { CodeGrammar } from './grammars.ts';
import { guessGrammars } from './guess-grammar.ts';
import { STRING } from './code-line.ts';
import { familyOf, tagName } from './language-tags.ts';
import { plainGrammar } from './plain-grammar.ts';

/**
 * Compares code whose tag says nothing, by each grammar that it may be written for: the mildest
 * verdict is the likeliest, as what another grammar takes for code is then a comment.
 *
 * @returns nothing if it does not look like code
 */
export function compareUntagged(comparison: Comparison): CodeComparison | undefined {
	const { source, sourceLines, targetLines, grammars } = comparison;
	const isTooLong = isLong(sourceLines) || isLong(targetLines);
	if (sourceLines.some(hasPrompt))
		return isTooLong ? compareTokens(comparison, plainGrammar) : compareConsole(comparison);
	let mildest: CodeComparison | undefined;
	const isText = tagName(source.language) !== '' && familyOf(tagName(source.language)) === 'text';
	const enough = isText ? ENOUGH_OF_TEXT : undefined;
	for (const grammar of guessGrammars(sourceLines, grammars, enough)) {
		const found = compareTokens(comparison, grammar);
		if (isTooLong) return found;
		if (mildest && GRAVITY.indexOf(found.verdict) >= GRAVITY.indexOf(mildest.verdict)) continue;
		if (mildest && (hidesCode(sourceLines, grammar) || hidesCode(targetLines, grammar))) continue;
		mildest = found;
	}
	return mildest;
}

/** The part of what is tagged as text that must look like code to be taken for it. */
const ENOUGH_OF_TEXT = 0.8;

const GRAVITY: readonly CodeVerdict[] = ['same', 'comments', 'strings', 'code'];

/** Whether a grammar takes most of a block for a string: it is the wrong one. */
function hidesCode(lines: readonly string[], grammar: CodeGrammar): boolean {
	let [quoted, all] = [0, 0];
	for (const { atoms } of grammar.read(lines).lines)
		for (const atom of atoms) {
			all += atom.length;
			if (atom.startsWith(STRING)) quoted += atom.length;
		}
	return quoted > all / 2;
}
