import type { Conventions } from './conventions.ts';
import type { ProseRun } from './prose-run.ts';
import type { RunSlip } from './slip.ts';

/** Numbers with their units and percentages, and dates. Versions have no unit, and stay as they are. */
export function* findNumbers({ text }: ProseRun, conventions: Conventions): Generator<RunSlip> {
	if (!/\d/.test(text)) return;
	for (const match of text.matchAll(QUANTITY)) {
		const [quantity, number = '', blanks = '', unit = ''] = match;
		const from = match.index;
		const at = from + number.length;
		const end = from + quantity.length;
		yield* decimals(number, from, end, conventions);
		const slip =
			unit === '%' ? percent(blanks, text.slice(end, end + 3), conventions) : spaceOf(blanks, unit);
		if (!slip) continue;
		const edits = [{ from: at, to: at + blanks.length, text: slip.space }];
		yield { messageId: slip.messageId, data: { unit }, from, to: end, edits };
	}
	if (!/\d{4}/.test(text)) return;
	for (const { index, 0: date, 1: month = '' } of text.matchAll(dateIn(conventions.months)))
		if (month !== month.toLowerCase())
			yield {
				messageId: 'month',
				data: { month, expected: month.toLowerCase() },
				...{ from: index, to: index + date.length, edits: [] },
			};
}

/**
 * A number and its unit. A unit of one letter may be a word before an apostrophe: `la version 24
 * s’arrête`.
 */
const QUANTITY =
	/(?<![\p{L}_/:.,=]|\d[ \t]?|(?<![\d ])-)(\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)([ \t\u00A0\u202F]*)(%|[KMGTP]i?[oB]\b|k[oB]\b|[kM]bit\b|[mµn]s\b|min\b|[kMGT]?Hz\b|°C|€|[sh]\b)(?![\p{L}\p{N}_%'’=-])/gu;

interface NumberSlip {
	readonly messageId: string;
	readonly space: string;
}

function percent(
	blanks: string,
	behind: string,
	{ beforePercent }: Conventions,
): NumberSlip | undefined {
	if (beforePercent === 'no-break space') return spaceOf(blanks, '%');
	if (beforePercent === undefined || blanks === '') return undefined;
	// `10 % 3` is a calculation.
	return /^\s*\d/.test(behind) ? undefined : { messageId: 'extra', space: '' };
}

/** `30s` is how durations are configured; a single letter may follow without a space. */
function spaceOf(blanks: string, unit: string): NumberSlip | undefined {
	if (blanks === '' && /^[sh]$/.test(unit)) return undefined;
	if (/^[\u00A0\u202F]$/.test(blanks)) return undefined;
	return { messageId: blanks === '' ? 'missing' : 'breaking', space: '\u00A0' };
}

function* decimals(
	number: string,
	from: number,
	to: number,
	{ hasDecimalComma, spacesThousands }: Conventions,
): Generator<RunSlip> {
	// Three digits behind a point may be thousands.
	if (hasDecimalComma && /^(?:\d+\.(?!\d{3}$)\d+|0\.\d+)$/.test(number)) {
		const at = from + number.indexOf('.');
		yield { messageId: 'decimal', from, to, edits: [{ from: at, to: at + 1, text: ',' }] };
	}
	const edits = [...number.matchAll(/ /g)].map(({ index }) => ({
		...{ from: from + index, to: from + index + 1, text: '\u202F' },
	}));
	if (spacesThousands && edits.length > 0) yield { messageId: 'thousands', from, to, edits };
}

/** Day, month and year: without the year it may be a name, such as that of a street. */
function dateIn(months: readonly string[]): RegExp {
	return new RegExp(
		`(?<![\\d.])\\d{1,2}(?:er|º|ª|°)?[ \\u00A0](?:de )?(${months.join('|')})(?: de)?[ \\u00A0]\\d{4}(?!\\d)`,
		'giu',
	);
}
