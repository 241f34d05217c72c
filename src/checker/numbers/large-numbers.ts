import type { WrittenNumber } from './written-number.ts';

/** Languages that count in ten and hundred thousands, and in tenths, where the digits become others. */
const LARGE_UNITS = /^(?:zh|ja|ko|th|lo|my|km|hi|mr|ne|bn|as|pa|gu|or|ta|te|kn|ml|si|ur|fa)\b/i;
const LARGE_UNIT =
	/\p{Nd}\s*(?:[万萬億亿千百兆折割成만억천백조할]|लाख|करोड़|लक्ष|হাজার|লাখ|কোটি|லட்சம்|หมื่น|แสน|ล้าน|พัน|لاکھ|کروڑ)/u;
const LARGE_NUMBER = /\p{Nd}[km]\b|\b(?:hundred|thousand|million|billion|dozen)s?\b/iu;

/** Whether units decide which digits the numbers of a translation have. */
export function areInOtherUnits(their: string, locale: string): boolean {
	return LARGE_UNITS.test(locale) && LARGE_UNIT.test(their);
}

/** Whether a number of a text may stand for a hundred, a thousand or a million times as much. */
export function mayHoldLargeNumber(text: string): boolean {
	return LARGE_NUMBER.test(text) || LARGE_UNIT.test(text);
}

/** What the words of large numbers stand for. */
const UNITS = [12, 100, 1000, 1e6, 1e9, 1e12];

/** Whether a figure is another one in hundreds, thousands or millions: `1.5` of `1500000`. */
export function isMultiple({ digits }: WrittenNumber, { digits: others }: WrittenNumber): boolean {
	const ratio = Number(others) / Number(digits);
	return UNITS.some((unit) => Math.abs(ratio / unit - 1) < 1e-9);
}
