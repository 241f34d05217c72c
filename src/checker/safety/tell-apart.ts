import { ODD_SPACE } from '../code/odd-spaces.ts';
import { FOREIGN, likeLatin } from './unsafe-characters.ts';

/**
 * Two texts as they are shown. Where they would look the same, what differs is made visible: odd
 * spaces and letters of other scripts by their numbers, else blanks.
 *
 * `tellApart('close all', 'close\u00a0all')` => `['close all', 'close[U+00A0]all']`
 * `tellApart('a b', 'a  b')` => `['a·b', 'a··b']`
 */
export function tellApart(one: string, other: string): [string, string] {
	if (one === other || squeeze(likeLatin(one)) !== squeeze(likeLatin(other))) return [one, other];
	const [first, second] = [withNumbers(one, other), withNumbers(other, one)];
	if (squeeze(first) !== squeeze(second)) return [first, second];
	// At the beginning of a line it is its depth that differs.
	const isDepth = one.trim() === other.trim();
	return [showBlanks(one, isDepth), showBlanks(other, isDepth)];
}

/** As messages have it. */
function squeeze(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** A text with the numbers of deceptive characters that the other one lacks. */
function withNumbers(text: string, other: string): string {
	return text.replace(DECEPTIVE, (character) =>
		other.includes(character) ? character : `[${numberOf(character)}]`,
	);
}

const DECEPTIVE = new RegExp(`${ODD_SPACE.source}|[${FOREIGN}]`, 'gu');

/** `numberOf('\u202e')` => `'U+202E'` */
export function numberOf(character: string): string {
	return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function showBlanks(text: string, isDepth: boolean): string {
	return text.replace(isDepth ? /^\s+/ : /\s/g, (blanks) =>
		blanks.replaceAll('\t', '→').replace(/\s/g, '·'),
	);
}
