import { compareCode } from '../code/compare-code.ts';
import type { ReadBlock } from '../code/find-hunks.ts';
import type { CodeGrammar } from '../code/grammars.ts';
import { guessGrammar } from '../code/guess-grammar.ts';
import { familyOf, tagName } from '../code/language-tags.ts';
import { plainCodes } from '../code/plain-codes.ts';
import type { Block, Code } from '../document/block.ts';
import type { Replacement } from '../finding.ts';
import { codeAround } from './find-block.ts';
import { linePrefix, withPrefix } from './line-prefix.ts';
import { mergeCode } from './merge-code.ts';
import type { PageText } from './page-text.ts';
import type { Repair, RepairPair } from './repair.ts';

/** Code that drifted takes the code of the source; comments keep the words of the translation. */
export const repairCodeDrift: Repair = function* (finding, pair) {
	const from = codeAround(pair.source, finding.source?.range);
	const to = codeAround(pair.target, finding.range);
	if (!from?.code || !to?.code) return;
	const merged = mergeByGrammar(from.code, to.code, pair);
	if (merged) yield [replaceCode(to, merged, pair.targetText)];
	yield [replaceCode(to, mergeByHunks(from.code, to.code, pair), pair.targetText)];
};

function mergeByGrammar(
	source: Code,
	target: Code,
	{ grammars, takesStrings }: RepairPair,
): string[] | undefined {
	const [ours, theirs] = [linesOf(source), linesOf(target)];
	const isCode =
		familyOf(tagName(source.language)) === 'grammar' || tagName(source.language) === '';
	const grammar = isCode
		? (grammars.find(source.language) ?? guessGrammar(ours, grammars))
		: undefined;
	return grammar && mergeCode(read(ours, grammar), read(theirs, grammar), takesStrings);
}

function read(lines: readonly string[], grammar: CodeGrammar): ReadBlock {
	return { lines, read: grammar.read(lines).lines };
}

/** For blocks that no grammar reads: the lines that differ, as they stand in the source. */
function mergeByHunks(
	source: Code,
	target: Code,
	{ grammars, takesStrings }: RepairPair,
): string[] {
	const { hunks } = compareCode(...plainCodes(source, target), grammars);
	const ours = linesOf(source);
	const merged = linesOf(target);
	for (const { kind, sourceLine, sourceLines, targetLine, targetLines } of hunks.toReversed())
		if (kind === 'code' || takesStrings)
			merged.splice(
				targetLine,
				targetLines.length,
				...ours.slice(sourceLine, sourceLine + sourceLines.length),
			);
	return merged;
}

function linesOf({ code }: Code): string[] {
	return code === '' ? [] : code.split('\n').map((line) => line.replace(/\r$/, ''));
}

/** Lines that stay are left as they are written, whatever stands before them. */
function replaceCode(block: Block, lines: readonly string[], text: PageText): Replacement {
	const { span, code } = block;
	const old = linesOf(code!);
	const first = span.start.line + code!.firstLine;
	const prefix = linePrefix(block, text);
	let same = 0;
	while (same < Math.min(old.length, lines.length) && old[same] === lines[same]) same++;
	let sameEnd = 0;
	while (
		sameEnd < Math.min(old.length, lines.length) - same &&
		old.at(-1 - sameEnd) === lines.at(-1 - sameEnd)
	)
		sameEnd++;
	return text.replaceLines(
		first + same,
		old.length - same - sameEnd,
		lines.slice(same, lines.length - sameEnd).map((line) => withPrefix(prefix, line)),
	);
}
