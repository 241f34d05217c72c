import type { Block } from '../document/block.ts';
import { textOf } from '../document/text-of.ts';
import type { Witnesses } from './evidence.ts';
import { areNamedApart, dice } from './likeness.ts';
import { growthOf } from './growth.ts';
import { beginningsOfWords } from './cognates.ts';
import { fitOf } from './section-fit.ts';
import { kinship } from './similarity.ts';

/** What speaks for it that a piece of prose is the translation of another: logarithms, by and large. */
export interface ProseLikelihood {
	/** 0 where the lengths are what is to be expected, otherwise less. */
	readonly length: number;
	/** What a translation keeps, numbers, names and words alike in both languages. */
	readonly words: number;
	/** Whether nothing in them says that they are two. */
	readonly isPossible: boolean;
}

/** What it says that what a translation keeps is the same, or another. */
const MARKS = 3;
/** What it says that there are other numbers and names. */
const OTHER_NAMES = -2;
/** Words that count at most: long texts about one thing share many. */
const MOST_WORDS = 4;
/** Names that are looked for in a text, each by a look through it. */
const MOST_NAMES = 20;
/** Share of what a translation keeps below which two pieces are never one. */
const STRANGE = 0.6;

/** Compares pieces of prose, each of which is read once. */
export function createProseLikelihood(
	witnesses: Witnesses,
): (source: Block, target: Block) => ProseLikelihood {
	const known = new Map<Block, ReadonlySet<string>>();
	const beginningsIn = (block: Block, text: string): ReadonlySet<string> => {
		let beginnings = known.get(block);
		if (!beginnings) known.set(block, (beginnings = beginningsOfWords([block], text)));
		return beginnings;
	};
	const growth = growthOf(witnesses);
	return (source, target) => {
		const [ours, theirs] = [witnesses.source, witnesses.target];
		const [from, to] = [ours.of(source), theirs.of(target)];
		const marks = dice(
			withUnmarked(from.marks, to.marks, source, ours.text),
			withUnmarked(to.marks, from.marks, target, theirs.text),
		);
		const [ourNames, theirNames] = [namesIn(from.words), namesIn(to.words)];
		const names = countShared(ourNames, theirNames);
		const words = countShared(beginningsIn(source, ours.text), beginningsIn(target, theirs.text));
		const isOther = names === 0 && ourNames.size + theirNames.size > 0;
		return {
			length: fitOf([source], [target], growth),
			words:
				(marks === undefined ? 0 : MARKS * (2 * marks - 1)) +
				Math.min(MOST_WORDS, names + words) +
				(isOther ? OTHER_NAMES : 0),
			isPossible:
				kinship(source, target) === 1 && !areNamedApart(from, to) && (marks ?? 1) >= STRANGE,
		};
	};
}

/** What a text keeps, with the code of the other one that it names without marking it. */
function withUnmarked(
	own: ReadonlySet<string>,
	others: ReadonlySet<string>,
	block: Block,
	text: string,
): ReadonlySet<string> {
	const lost = [...others]
		.filter((mark) => mark.startsWith('code ') && !own.has(mark))
		.slice(0, MOST_NAMES);
	if (lost.length === 0) return own;
	const words = textOf(block, text).toLowerCase();
	return own.union(new Set(lost.filter((mark) => words.includes(mark.slice('code '.length)))));
}

/** Numbers and names, which no language writes small. */
function namesIn(words: ReadonlySet<string>): ReadonlySet<string> {
	return new Set([...words].filter((word) => /[\dA-Z.]/.test(word)));
}

function countShared(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
	let shared = 0;
	for (const word of ours) if (theirs.has(word)) shared++;
	return shared;
}
