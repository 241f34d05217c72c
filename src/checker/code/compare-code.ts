import { compareConsole } from './compare-console.ts';
import { compareDiagram } from './compare-diagram.ts';
import { compareDiff } from './compare-diff.ts';
import { compareMarkdown } from './compare-markdown.ts';
import { compareText } from './compare-text.ts';
import { compareTokens } from './compare-tokens.ts';
import { compareUntagged } from './compare-untagged.ts';
import type { GrammarFinder } from './grammars.ts';
import { differingPart, isLong } from './differing-part.ts';
import { familyOf, tagName, type FenceFamily } from './language-tags.ts';
import { ODD_SPACE } from './odd-spaces.ts';
import { plainGrammar } from './plain-grammar.ts';

export { commentsOf, type CodeComment } from './comments-of.ts';

/** A code block as it is compared. */
export interface CodeText {
	/** The tag of its fence, as written. */
	readonly language: string | undefined;
	readonly meta: string;
	readonly code: string;
}

/** How two blocks differ, from harmless to grave: not, in comments, in strings, in code. */
export type CodeVerdict = 'same' | 'comments' | 'strings' | 'code';

/**
 * One run of differing lines. Lines of comments, and blank ones, at its ends are no part of it.
 */
export interface CodeHunk {
	readonly kind: 'strings' | 'code';
	/** Whether it is a comment that tools act on. */
	readonly isDirective?: true;
	/** Zero-based; for lines that the target added, the line before which they would stand. */
	readonly sourceLine: number;
	/** As written; empty where the target added lines. */
	readonly sourceLines: readonly string[];
	/** Zero-based; for lines that the target lacks, the line before which they should stand. */
	readonly targetLine: number;
	/** As written; empty where the target lacks them. */
	readonly targetLines: readonly string[];
}

export interface CodeComparison {
	readonly verdict: CodeVerdict;
	/** In the order of the block; empty unless strings or code differ. */
	readonly hunks: readonly CodeHunk[];
}

/**
 * Grades how a block differs from the one that it translates, in the language of the source. Without
 * a grammar code is compared as text.
 */
export function compareCode(
	source: CodeText,
	target: CodeText,
	grammars: GrammarFinder,
): CodeComparison {
	const [sourceLines, targetLines] = [toLines(source.code), toLines(target.code)];
	if (sameLines(sourceLines, targetLines)) return { verdict: 'same', hunks: [] };
	const comparison = { source, sourceLines, targetLines, grammars, compare: compareCode };
	const family = familyOf(tagName(source.language));
	// What is shown of a page means something from its first line on only.
	if (family === 'markdown') return compareMarkdown(comparison);
	const part = differingPart(sourceLines, targetLines);
	const { verdict, hunks } = comparePart({ ...comparison, ...part }, family);
	if (part.start === 0) return { verdict, hunks };
	return {
		verdict,
		hunks: hunks.map((hunk) => ({
			...hunk,
			sourceLine: hunk.sourceLine + part.start,
			targetLine: hunk.targetLine + part.start,
		})),
	};
}

function comparePart(
	comparison: Comparison,
	family: Exclude<FenceFamily, 'markdown'>,
): CodeComparison {
	const { source, sourceLines, targetLines, grammars } = comparison;
	const isTooLong = isLong(sourceLines) || isLong(targetLines);
	if (isTooLong && (family === 'console' || family === 'diff'))
		return compareTokens(comparison, plainGrammar);
	if (family === 'console') return compareConsole(comparison);
	if (family === 'diff') return compareDiff(comparison);
	if (family === 'diagram') return compareDiagram(comparison);
	const grammar = grammars.find(source.language);
	if (family === 'grammar' && grammar) return compareTokens(comparison, grammar);
	return compareUntagged(comparison) ?? compareText(comparison);
}

/** Two blocks on their way to a verdict. */
export interface Comparison {
	readonly source: CodeText;
	readonly sourceLines: readonly string[];
	readonly targetLines: readonly string[];
	readonly grammars: GrammarFinder;
	/** For blocks within these. */
	readonly compare: typeof compareCode;
}

/** Lines without what no reader sees: kinds of line ends, blanks at ends of lines and of the block. */
function toLines(code: string): string[] {
	const lines = code.split(/\r\n|\r|\n/);
	while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop();
	return lines;
}

function sameLines(source: readonly string[], target: readonly string[]): boolean {
	return (
		source.length === target.length &&
		source.every((line, i) => line === target[i] || areSame(line, target[i]!))
	);
}

function areSame(line: string, other: string): boolean {
	return line.trimEnd() === other.trimEnd() && ODD_SPACE.test(line) === ODD_SPACE.test(other);
}
