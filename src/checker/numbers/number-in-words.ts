import type { WrittenNumber } from './written-number.ts';

/**
 * The only number that an English text has in words, as a figure: `2` of `two ways`, which many
 * translations write so. Nothing where other words tell how many there are as well.
 *
 * @param near another figure, which may be that of something else if it is far from the number
 */
export function numberInWords(source: string, locale: string, near: number): WrittenNumber[] {
	if (!/^en\b/i.test(locale)) return [];
	const found = source.match(QUANTITIES) ?? [];
	const written = found[0];
	const number = written === undefined ? 0 : WORDS.indexOf(written.toLowerCase());
	if (found.length > 1 || number < 2 || Math.abs(near - number) > NEAR) return [];
	return [{ written: written!, digits: String(number) }];
}

/** How far one may miscount. */
const NEAR = 2;

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Words that a translation may have a figure for. */
const QUANTITIES = new RegExp(
	`\\b(?:${WORDS.join('|')}|both|twice|thrice|double[sd]?|doubling|triple[sd]?|pairs?|couples?|dozens?|half|halves|halved|quarters?|thirds?|once|single|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|primary|secondary|binary|dual|multiple|several|few)\\b`,
	'gi',
);
