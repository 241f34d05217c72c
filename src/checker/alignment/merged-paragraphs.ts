import type { Block } from '../document/block.ts';
import type { Found } from './align-level.ts';
import type { Evidence, Witnesses } from './evidence.ts';
import type { Match } from './alignment.ts';

/** How far, as a factor, the length of a merged paragraph may lie from what is expected. */
const TOLERANCE = 1.3;
/** From which growth over its own source a paragraph may hold another one. */
const GROWTH = 1.5;

/** Code of a paragraph that is looked for in its neighbours. */
const MOST_CODES = 50;

/** Nobody splits off less; the lengths of such sentences vary too much to tell anything. */
const SHORTEST = 30;

/**
 * Forgets paragraphs that are not lost but merged with a neighbour, or split in two: good
 * translators do both. The lengths tell, against the growth of the page's other paragraphs
 * (Gale and Church 1993, https://aclanthology.org/J93-1004/, align sentences by nothing else).
 */
export function dropMergedParagraphs(found: Found, witnesses: Witnesses): void {
	const hasLone =
		found.missing.some(({ source }) => source.kind === 'paragraph') ||
		found.extra.some(({ target }) => target.kind === 'paragraph');
	if (!hasLone) return;
	const prose = found.matches.filter(({ source }) => source.kind === 'paragraph');
	if (prose.length < 3) return;
	const growth = sum(prose, 'target') / sum(prose, 'source');
	const [ours, theirs] = [byLines(prose, 'source'), byLines(prose, 'target')];
	found.missing = found.missing.filter(
		({ source }) =>
			source.kind !== 'paragraph' ||
			!neighbours(ours, source, 'source').some(
				(match) =>
					mayHold(match, witnesses, source) &&
					holdsBoth(size(match.target), size(match.source) * growth, size(source) * growth),
			),
	);
	const extra = found.extra.filter(
		({ target }) =>
			target.kind !== 'paragraph' ||
			size(target) < SHORTEST ||
			!neighbours(theirs, target, 'target').some((match) => {
				if (isCopy(target, match.target, witnesses.target.text)) return false;
				const [whole, first, rest] = [
					witnesses.source.of(match.source),
					witnesses.target.of(match.target),
					witnesses.target.of(target),
				];
				const [own, other] = [first.size / growth, rest.size / growth];
				return (
					holdsBoth(whole.size, own, other) ||
					(sentencesIn(whole) === sentencesIn(first) + sentencesIn(rest) &&
						isNearerToBoth(whole.size, own, other))
				);
			}),
	);
	const left = new Set(extra);
	found.splitOff = found.extra.filter((each) => !left.has(each));
	found.extra = extra;
}

/**
 * Whether a lost paragraph can be a part of its translated neighbour: of the code in it that one has
 * some, marked or not, more often than its own source has it.
 */
function mayHold(match: Match, { source, target }: Witnesses, { inlines }: Block): boolean {
	const code = inlines.filter(({ kind }) => kind === 'code').slice(0, MOST_CODES);
	if (code.length === 0) return true;
	const [own, whole] = [writtenOf(match.source, source.text), writtenOf(match.target, target.text)];
	return code.some(({ value }) => whole.split(value).length > own.split(value).length);
}

function writtenOf({ span }: Block, text: string): string {
	return text.slice(span.from, span.to);
}

/** No two parts of a text say the same. */
function isCopy(block: Block, other: Block, text: string): boolean {
	return writtenOf(block, text) === writtenOf(other, text);
}

/** By their ends. The last one may end with a colon, or with nothing. */
function sentencesIn({ signs }: Evidence): number {
	return signs[0]!;
}

/** Whether the length speaks for two parts rather than for one and something new. */
function isNearerToBoth(found: number, own: number, other: number): boolean {
	return found > own + other / 2 && found * TOLERANCE >= own + other;
}

function holdsBoth(found: number, own: number, other: number): boolean {
	const ratio = found / (own + other);
	return found / own >= GROWTH && ratio <= TOLERANCE && ratio >= 1 / TOLERANCE;
}

/** Matched paragraphs by the lines at which they begin and end. */
interface ByLines {
	readonly begin: ReadonlyMap<number, Match>;
	readonly end: ReadonlyMap<number, Match>;
}

function byLines(prose: readonly Match[], side: 'source' | 'target'): ByLines {
	return {
		begin: new Map(prose.map((match) => [match[side].span.start.line, match])),
		end: new Map(prose.map((match) => [match[side].span.end.line, match])),
	};
}

/** How many lines may lie between neighbours. */
const FARTHEST = 3;

/** Matched paragraphs right before and right behind a block, not those of a list beside it. */
function neighbours({ begin, end }: ByLines, { span }: Block, side: 'source' | 'target'): Match[] {
	const found: Match[] = [];
	for (let gap = 0; gap <= FARTHEST; gap++)
		for (const match of [end.get(span.start.line - gap), begin.get(span.end.line + gap)])
			if (match?.[side].span.start.column === span.start.column) found.push(match);
	return found;
}

function sum(matches: readonly Match[], side: 'source' | 'target'): number {
	return matches.reduce((total, match) => total + size(match[side]), 0);
}

function size({ span }: Block): number {
	return span.to - span.from;
}
