/**
 * The text with the digits `0` to `9` for those of other scripts, of the same length, so that
 * figures can be compared across scripts and found again where they stand.
 *
 * @param locale only languages that have digits of their own are looked through
 */
export function withWesternDigits(text: string, locale: string): string {
	if (!HAS_OWN_DIGITS.test(locale)) return text;
	return text.replace(OTHER, (sign) => {
		if (sign === '٫') return '.';
		if (sign === '٬') return ',';
		if (sign === '：') return ':';
		const code = sign.charCodeAt(0);
		return String(code - ZEROS.findLast((zero) => zero <= code)!);
	});
}

/** Arabic, Persian, Indian and South-East Asian languages, and those that write wide digits. */
const HAS_OWN_DIGITS =
	/^(?:ar|fa|ur|ps|sd|ug|ckb|hi|mr|ne|sa|mai|bn|as|pa|gu|or|ta|te|kn|ml|si|th|lo|bo|dz|my|km|mn|zh|ja|ko)\b/i;

/** The digit nought of each script: Unicode puts the other nine behind it. */
const ZEROS = [
	...[0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6],
	...[0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10],
];

/** These digits, the Arabic marks of decimals and of thousands, and the wide one of times. */
const OTHER = new RegExp(
	`(?<=\\p{Nd})：(?=\\p{Nd})|[٫٬${ZEROS.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`,
	'gu',
);
