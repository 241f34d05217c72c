import { sameCode, sameComments, sameStrings } from './code-stream.ts';
import type { CodeComparison, Comparison } from './compare-code.ts';
import type { CodeLine } from './code-line.ts';
import { findHunks, rowsOf, type ReadBlock } from './find-hunks.ts';
import { compareFlat, isFlat } from './flat-code.ts';
import { withoutForeignComments } from './foreign-comments.ts';
import type { CodeGrammar } from './grammars.ts';
import { readBlocks } from './read-blocks.ts';
import { DEPTH_IS_CODE, yamlDepths } from './yaml-depths.ts';

/**
 * Compares by the tokens of a grammar. Code that differs only in lines that are comments of another
 * language, as where a block of JavaScript is tagged `sh`, is taken for a difference of comments.
 */
export function compareTokens(comparison: Comparison, grammar: CodeGrammar): CodeComparison {
	const found = grade(comparison, grammar);
	if (found.verdict !== 'code') return found;
	for (const bare of withoutForeignComments(comparison, grammar.name))
		if (grade(bare, grammar).verdict === 'same') return { verdict: 'comments', hunks: [] };
	return found;
}

/** The verdict of one grammar, without second thoughts. */
export function grade(
	{ sourceLines, targetLines }: Pick<Comparison, 'sourceLines' | 'targetLines'>,
	grammar: CodeGrammar,
): CodeComparison {
	const verdict =
		isFlat(sourceLines, grammar.name) && compareFlat(sourceLines, targetLines, grammar.name);
	if (verdict) return { verdict, hunks: [] };
	const { source, target } = readBlocks(sourceLines, targetLines, grammar);
	if (DEPTH_IS_CODE.has(grammar.name)) {
		const found = compareDepths(
			{ lines: sourceLines, read: source },
			{ lines: targetLines, read: target },
			grammar.name,
		);
		if (found) return found;
	}
	const hasSameCode = sameCode(source, target);
	if (hasSameCode && sameStrings(source, target))
		return { verdict: sameComments(source, target) ? 'same' : 'comments', hunks: [] };
	const hunks = findHunks(
		{ lines: sourceLines, read: source },
		{ lines: targetLines, read: target },
	);
	const isCode = !hasSameCode || hunks.some(({ kind }) => kind === 'code');
	return { verdict: isCode ? 'code' : 'strings', hunks };
}

/** Where lines are as many as in the source, but one belongs elsewhere. */
function compareDepths(
	source: ReadBlock,
	target: ReadBlock,
	language: string,
): CodeComparison | undefined {
	const [sourceRows, targetRows] = [rowsOf(source), rowsOf(target)];
	if (sourceRows.length !== targetRows.length || !sameCode(source.read, target.read))
		return undefined;
	const [before, after] = [
		yamlDepths(sourceRows.map((row) => source.lines[row]!)),
		yamlDepths(targetRows.map((row) => target.lines[row]!)),
	];
	const isInner = innerRows(sourceRows.map((row) => source.read[row]!));
	const needsTab = (block: ReadBlock, row: number): boolean =>
		language === 'make' && block.lines[row]!.startsWith('\t');
	const at = before.findIndex(
		(depth, i) =>
			!isInner[i] &&
			(depth !== after[i] || needsTab(source, sourceRows[i]!) !== needsTab(target, targetRows[i]!)),
	);
	if (at < 0) return undefined;
	const isOther = (i: number): boolean =>
		!isInner[i] && source.lines[sourceRows[i]!] !== target.lines[targetRows[i]!];
	// A line that stands as it stood shows that one before does not.
	let told = at;
	while (told > 0 && !isOther(told)) told--;
	if (!isOther(told)) told = at;
	const [sourceLine, targetLine] = [sourceRows[told]!, targetRows[told]!];
	const hunk = {
		kind: 'code',
		sourceLine,
		sourceLines: [source.lines[sourceLine]!],
		targetLine,
		targetLines: [target.lines[targetLine]!],
	} as const;
	return { verdict: 'code', hunks: [hunk] };
}

/** Which lines go on with what began on one before, in brackets or a string: their depth is free. */
function innerRows(lines: readonly CodeLine[]): boolean[] {
	let open = 0;
	return lines.map(({ atoms, opensInString }) => {
		const isInner = open > 0 || opensInString;
		for (const atom of atoms)
			if (/^[([{]$/.test(atom)) open++;
			else if (/^[)\]}]$/.test(atom)) open--;
		return isInner;
	});
}
