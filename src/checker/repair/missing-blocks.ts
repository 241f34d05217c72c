import type { Missing } from '../alignment/alignment.ts';
import { eachBlock, type Block, type BlockKind } from '../document/block.ts';
import type { Finding, Replacement } from '../finding.ts';
import { rebaseTargets } from '../links/relative-target.ts';
import { isSame } from './find-block.ts';
import { innerPrefix, linePrefix, linesOf, withPrefix } from './line-prefix.ts';
import type { RepairPair } from './repair.ts';

/** Puts blocks that the translation lacks, as the source has them, behind what precedes them there. */
export function* insertMissing(
	{ source: origin, range }: Finding,
	pair: RepairPair,
	kind: BlockKind,
): Generator<readonly Replacement[]> {
	const within = origin?.range;
	if (!within || !range) return;
	const missing = pair.alignment.missing.filter(
		({ source: block, at }) =>
			block.kind === kind &&
			isSame(at, range.start) &&
			block.span.start.line >= within.start.line &&
			block.span.end.line <= within.end.line,
	);
	const place = placeOf(missing[0], pair);
	if (!place) return;
	const { sourceText, targetText } = pair;
	const isApart = (block: Block): boolean => isBlank(sourceText.lines[block.span.start.line - 2]);
	// A blank line that is there already stays between the blocks, not at the end of the page.
	const hasSpace =
		isApart(missing[0]!.source) &&
		place.line < targetText.lines.length - 1 &&
		isBlank(targetText.lines[place.line]);
	const line = hasSpace ? place.line + 1 : place.line;
	const rebase = (line: string): string => rebaseTargets(line, pair.source.path, pair.target.path);
	const lines: string[] = [];
	for (const { source: block } of missing) {
		if (isApart(block) && (lines.length > 0 || !isBlank(targetText.lines[line - 1])))
			lines.push('');
		const written = linesOf(block, sourceText);
		lines.push(...(kind === 'code' ? written : written.map(rebase)));
	}
	// A fence may stand right before what follows, if it does so in the source.
	const last = missing.at(-1)!.source;
	const isClose = kind === 'code' && !isBlank(sourceText.lines[last.span.end.line]);
	if (!isClose && !isBlank(targetText.lines[line])) lines.push('');
	const fresh = lines.map((each) => withPrefix(place.prefix, each));
	yield [targetText.replaceLines(line + 1, 0, fresh)];
}

/** The line behind which a block belongs, from one, and what lines there begin with. */
function placeOf(
	first: Missing | undefined,
	{ source, target, alignment, sourceText, targetText }: RepairPair,
): { readonly line: number; readonly prefix: string } | undefined {
	if (!first) return undefined;
	const holder = eachBlock(source.blocks).find(({ children }) => children.includes(first.source));
	const counterpart = alignment.matches.find((match) => match.source === holder)?.target;
	if (holder && !counterpart) return undefined;
	const [ours, theirs] = [
		holder?.children ?? source.blocks,
		counterpart?.children ?? target.blocks,
	];
	const top = target.head?.end.line ?? 0;
	const isBehind = ({ span }: Block): boolean =>
		span.start.line > first.at.line || isSame(span.start, first.at);
	const next = theirs.find(isBehind);
	const previous = theirs.slice(0, next ? theirs.indexOf(next) : undefined).at(-1);
	if (!next && !previous) return counterpart ? withinTags(counterpart) : { line: top, prefix: '' };
	const prefix = counterpart ? innerPrefix(counterpart, targetText) : '';
	// Nothing can be put before the first words of an item on their line.
	const isFirst = next && !previous;
	if (isFirst && /[^\s>]/.test(targetText.lines[next.span.start.line - 1]!.slice(0, prefix.length)))
		return undefined;
	if (!previous) return { line: next!.span.start.line - 1, prefix };
	// Rules, comments and breaks for the eye are no blocks: as many stay before it as in the source.
	const before = ours[ours.indexOf(first.source) - 1];
	let toPass = before ? countWritten(sourceText.lines, lastLine(before), first.source) : 0;
	let line = lastLine(previous);
	const end = next ? next.span.start.line - 1 : targetText.lines.length;
	for (let at = line + 1; at <= end && toPass > 0; at++)
		if (!isBlank(targetText.lines[at - 1])) {
			line = at;
			toPass--;
		}
	return { line, prefix };

	/** Before the closing tag of an element that holds nothing else. */
	function withinTags(holder: Block): { line: number; prefix: string } | undefined {
		const isTag = (line: number): boolean =>
			/^\s*<\/|^\s*\{\{.\s*\//.test(targetText.lines[line - 1]!);
		// Tags that close one after the other may be of one element.
		let place: number | undefined;
		for (let line = lastLine(holder); line > holder.span.start.line; line--) {
			if (isTag(line)) place = line - 1;
			else if (!isBlank(targetText.lines[line - 1])) break;
		}
		return place === undefined
			? undefined
			: { line: place, prefix: linePrefix(holder, targetText) };
	}

	function lastLine({ span }: Block): number {
		return span.end.column === 1 ? span.end.line - 1 : span.end.line;
	}
}

/** Lines between a line and a block that hold anything. */
function countWritten(lines: readonly string[], from: number, { span }: Block): number {
	return lines.slice(from, span.start.line - 1).filter((line) => !isBlank(line)).length;
}

/** Beyond the end of a file nothing is written either. */
function isBlank(line: string | undefined): boolean {
	return line === undefined || /^[\s>]*$/.test(line);
}
