import { distance } from 'fastest-levenshtein';
import type { InlineDifference } from './inline-differences.ts';
import type { Pair } from './pair.ts';

/**
 * Whether a target surely is the one that the source has there, altered; otherwise one may have been
 * lost and another one be new, or a translator have found an address in the reader's language.
 *
 * @param all the differences of the page, of the same kind
 */
export function isSureChange(
	{ source, target, match }: InlineDifference,
	all: readonly InlineDifference[],
	{ target: { text }, tags }: Pair,
): boolean {
	if (!source || !target) return false;
	const written = text.slice(target.span.from, target.span.to);
	if (!written.includes(target.value) && !written.endsWith(']')) return false;
	const [ours, theirs] = [hostOf(source.value), hostOf(target.value)];
	if (ours !== undefined || theirs !== undefined) {
		const isLocalised = target.value
			.toLowerCase()
			.split(/[^a-z0-9-]|(?<=_)|-(?=\w\w$)/)
			.some((part) => tags.includes(part) && !source.value.toLowerCase().includes(`/${part}/`));
		if (isLocalised || !areOneSite(ours ?? '', theirs ?? '')) return false;
	}
	// Its words name the place to which it leads: the text around it says something else as well.
	const words = written
		.slice(0, written.indexOf(target.value))
		.toLowerCase()
		.match(/[a-z]{4,}/g);
	const isIn = (word: string, place: string): boolean => place.toLowerCase().includes(word);
	if (words?.some((word) => isIn(word, target.value) && !isIn(word, source.value))) return false;
	if (areSpelledAlike(source.value, target.value)) return true;
	return target.kind === 'link' && all.filter((each) => each.match === match).length === 1;
}

function hostOf(url: string): string | undefined {
	return /^(?:[a-z][\w+.-]*:)?\/\/([^/?#]*)/i.exec(url)?.[1];
}

/** Whether two hosts are the same but for a slip, or one is a part of the other's. */
function areOneSite(source: string, target: string): boolean {
	const [short, long] = source.length < target.length ? [source, target] : [target, source];
	return long.endsWith(`.${short}`) || distance(source, target) <= 3;
}

/** Whether fewer than half of the characters differ. */
export function areSpelledAlike(source: string, target: string): boolean {
	return distance(source, target) * 2 < Math.max(source.length, target.length);
}

/** Whether a block of code surely is that of the source, altered, and not another one altogether. */
export function isSureCode(source: string, target: string): boolean {
	const lines = new Set(source.split('\n').map((line) => line.trim()));
	if (target.split('\n').some((line) => /\w/.test(line) && lines.has(line.trim()))) return true;
	return areSpelledAlike(source.slice(0, MOST), target.slice(0, MOST));
}

/** Characters of a block that are compared one by one. */
const MOST = 1000;

/** Whether code within a text surely is the source's, altered: not where words were translated in it. */
export function isSureName(source: string, target: string): boolean {
	const [ours, theirs] = [source, target].map((code) => code.split(/\s+/)) as [string[], string[]];
	if (ours.join('') === theirs.join('')) return true;
	return (
		ours.length === theirs.length &&
		ours.every((word, i) => word === theirs[i] || areSpelledAlike(word, theirs[i]!))
	);
}
