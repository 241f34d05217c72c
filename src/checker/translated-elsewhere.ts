import type { Match } from './alignment/alignment.ts';
import type { Document } from './document/document.ts';

/** Translations of a text, for each copy of it that was left, from which the copies were forgotten. */
const TIMES = 2;

/**
 * Short texts that are as in the source, though the translation has other words for the same text in
 * most places: `Example` above one section in ten.
 *
 * @param copies texts as in the source
 * @param matches all texts of the two pages
 * @param writtenOf what is written in a block
 */
export function translatedElsewhere(
	copies: readonly Match[],
	matches: readonly Match[],
	source: Document,
	target: Document,
	writtenOf: (match: Match, side: 'source' | 'target') => string,
): Match[] {
	const words = copies.filter((match) => WORDS.test(writtenOf(match, 'target')));
	if (words.length === 0 || isSameLanguage(source, target)) return [];
	const keyOf = (match: Match): string => `${match.source.kind} ${writtenOf(match, 'source')}`;
	const known = new Map<string, { copies: Match[]; translations: Map<string, number> }>();
	for (const [key, copies] of Map.groupBy(words, keyOf))
		known.set(key, { copies, translations: new Map() });
	for (const match of matches) {
		const counted = known.get(keyOf(match))?.translations;
		if (!counted) continue;
		const text = writtenOf(match, 'target');
		if (text !== writtenOf(match, 'source')) counted.set(text, (counted.get(text) ?? 0) + 1);
	}
	return [...known.values()].flatMap(({ copies, translations }) =>
		Math.max(0, ...translations.values()) >= TIMES * copies.length ? copies : [],
	);
}

/** Letters and the marks of a short text: no code, no figures, no links. */
const WORDS = /^(?:#{1,6} +)?\p{L}[\p{L}\p{M} '’&,:?!-]{2,40}$/u;

function isSameLanguage({ locale }: Document, { locale: other }: Document): boolean {
	return locale.split('-', 1)[0] === other.split('-', 1)[0];
}
