import { withoutFullWidth } from '../safety/full-width.ts';
import { sameCode } from './code-stream.ts';
import type { CodeComparison, CodeHunk, Comparison } from './compare-code.ts';
import { findHunks, type ReadBlock } from './find-hunks.ts';
import { readAtoms, type CodeLine } from './code-line.ts';
import { findLostLines } from './lost-lines.ts';
import { findSwappedCopies } from './swapped-copies.ts';

/**
 * Compares prose, drawings and what programs print: words and spacing are free, but what looks like
 * code (numbers, paths, options, names of variables) stays.
 */
export function compareText({
	sourceLines,
	targetLines,
}: Pick<Comparison, 'sourceLines' | 'targetLines'>): CodeComparison {
	const [source, target] = [sourceLines.map(readTextLine), targetLines.map(readTextLine)];
	if (sameAtoms(source, target)) {
		const swapped = findSwappedLines(
			{ lines: sourceLines, read: source },
			{ lines: targetLines, read: target },
		);
		let hunks = swapped.length > 0 ? swapped : findLostLines(sourceLines, targetLines);
		if (hunks.length === 0) hunks = findSwappedCopies(sourceLines, targetLines);
		if (hunks.length > 0) return { verdict: 'strings', hunks };
		const isSame = words(sourceLines) === words(targetLines);
		return { verdict: isSame ? 'same' : 'comments', hunks: [] };
	}
	return {
		verdict: 'strings',
		hunks: asStrings(
			findHunks({ lines: sourceLines, read: source }, { lines: targetLines, read: target }, 'text'),
		),
	};
}

/** Where the same lines, by what looks like code in them, stand in another order. */
function findSwappedLines(source: ReadBlock, target: ReadBlock): CodeHunk[] {
	const [ours, theirs] = [keysOf(source), keysOf(target)];
	const isSame = ours.every((key, i) => key === theirs[i]);
	if (isSame || ours.toSorted().join('\n') !== theirs.toSorted().join('\n')) return [];
	return asStrings(findHunks(source, target, 'text'));
}

function keysOf({ read }: ReadBlock): string[] {
	return read.flatMap(({ key }) => (key === '' ? [] : [key]));
}

/** What looks like code in a line of text, in an order of its own. */
export function readTextLine(line: string): CodeLine {
	const atoms: string[] = [];
	for (const [word] of withPlainNumbers(line).matchAll(/[^\s"'`“”«»|<>(){}[\],;│║┃]+/g)) {
		const bare = word.replace(/^[.:!?*=~]+|[.:!?*=~]+$/g, '');
		if (isCodeLike(bare)) atoms.push(withoutUnits(bare));
	}
	return readAtoms(atoms.sort());
}

/** Lines of prose by their numbers alone: units and names may be others. */
export function compareNumbers(source: readonly string[], target: readonly string[]): CodeHunk[] {
	const [ours, theirs] = [source.map(readNumbers), target.map(readNumbers)];
	if (sameAtoms(ours, theirs)) return [];
	return asStrings(findHunks({ lines: source, read: ours }, { lines: target, read: theirs }));
}

function readNumbers(line: string): CodeLine {
	return readAtoms((withPlainNumbers(line).match(/\d+(?:\.\d+)*/g) ?? []).sort());
}

export function asStrings(hunks: readonly CodeHunk[]): CodeHunk[] {
	return hunks.map((hunk) => ({ ...hunk, kind: 'strings' }));
}

function sameAtoms(source: readonly CodeLine[], target: readonly CodeLine[]): boolean {
	const [a, b] = [source, target].map((lines) =>
		readAtoms(lines.flatMap(({ atoms }) => atoms).sort()),
	) as [CodeLine, CodeLine];
	return sameCode([a], [b]);
}

/** Numbers as one language writes them. '1,500 of 2,5' and '1 500 of 2.5' // => '1500 of 2.5' */
function withPlainNumbers(line: string): string {
	return withoutFullWidth(line)
		.replace(/(?<=\d)[\u00a0\u202f .,](?=\d{3}(?!\d))/g, '')
		.replace(/(?<=\d),(?=\d)/g, '.');
}

/** What languages write before or after a number. '$5' and '5%' // => '5' */
function withoutUnits(word: string): string {
	return word
		.replace(/^[$€£](?=\d)|(?<=\d)[$€£%]$/g, '')
		.replace(/^(\d+)(?:st|nd|rd|th|ers?|es?|ème|[ºªoa°])$/, '$1');
}

const ABBREVIATION = /^(?:e\.g|i\.e|p\.ex|p\.ej|c\.-?à-?d|z\.b|d\.h|b\.v)$/i;

const CODE_LIKE = [
	/^[~]?\d/,
	/\p{L}\d|\d\p{L}/u,
	/^--?[A-Za-z]/,
	/^[a-z]+:\/\//i,
	/^(?:\.{0,2}\/|~\/|[A-Z]:\\)\S/,
	/\/\S*[\d._/]/,
	/^[\w.@{}*-]+\/$/,
	/\w_\w|^_\w/,
	/\p{L}\.\p{L}{2,}/u,
	/\p{Ll}\p{Lu}/u,
	/^\p{Lu}{2,}$/u,
	/^[@$%]\w/,
];

function isCodeLike(word: string): boolean {
	return !ABBREVIATION.test(word) && CODE_LIKE.some((look) => look.test(word));
}

function words(lines: readonly string[]): string {
	return lines.join(' ').replace(/\s+/g, ' ').trim();
}
