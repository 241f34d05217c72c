import type { Match } from '../alignment/alignment.ts';
import type { Block } from '../document/block.ts';
import { textOf } from '../document/text-of.ts';
import { areInOtherUnits, isMultiple, mayHoldLargeNumber } from '../numbers/large-numbers.ts';
import { monthsInFigures } from '../numbers/months.ts';
import { numberInWords } from '../numbers/number-in-words.ts';
import { matchesWithOtherDigits } from '../numbers/other-digits.ts';
import {
	asWrittenAmong,
	numbersIn,
	placeOfNumber,
	type WrittenNumber,
} from '../numbers/written-number.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { surplus } from '../surplus.ts';

/**
 * Figures within text. Languages write numbers as words where others have digits, and move them
 * between sentences, so that one which is only missing, or only new, says nothing. One that became
 * another within its text does.
 */
export const numberDrift: Rule<Pair> = {
	id: 'number-drift',
	severity: 'warning',
	description: 'A figure in the text that differs from the source.',
	messages: {
		altered:
			'The figure `{found}` differs from the source, expected `{expected}`. Compare the two, and correct it.',
	},
	*check(pair) {
		const changes = matchesWithOtherDigits(pair).flatMap((match) => changeOf(match, pair) ?? []);
		// Within a section, a sentence may stand in another paragraph than it does in the source.
		const lostIn = numbersBySection(changes, ({ lost }) => lost);
		const comeIn = numbersBySection(changes, ({ come }) => come);
		for (const { match, lost, come } of changes) {
			const gone = lost.filter(({ digits }) => !comeIn.get(match.section)!.has(digits));
			const fresh = come.filter(({ digits }) => !lostIn.get(match.section)!.has(digits));
			// Where more is new than was lost, words such as the names of months have become figures.
			if (fresh.length > gone.length) continue;
			const told = fresh.slice(0, MOST);
			const expected =
				fresh.length === gone.length ? gone : told.map((figure) => nearestOf(gone, figure));
			for (const [index, { written }] of told.entries())
				yield {
					file: pair.target,
					messageId: 'altered',
					data: { found: written, expected: expected[index]!.written },
					range: placeOfNumber(written, match.target.span, pair.target.text),
					source: placeOfNumber(expected[index]!.written, match.source.span, pair.source.text),
				};
		}
	},
};

/** The one of the figures, at least one, that is nearest in value: which it was, nobody knows. */
function nearestOf(figures: readonly WrittenNumber[], { digits }: WrittenNumber): WrittenNumber {
	const farness = (other: WrittenNumber): number => Math.abs(Number(other.digits) - Number(digits));
	return figures.reduce((one, other) => (farness(other) < farness(one) ? other : one));
}

/** Figures of one text that are told; nobody reads on, and each is looked for from its beginning. */
const MOST = 100;

interface Change {
	readonly match: Match;
	/** What only the source has, and only the translation. */
	readonly lost: readonly WrittenNumber[];
	readonly come: readonly WrittenNumber[];
}

function changeOf(match: Match, { source, target }: Pair): Change | undefined {
	const [our, their] = [textOf(match.source, source.text), textOf(match.target, target.text)];
	if (areInOtherUnits(their, target.locale)) return undefined;
	const written = numbersIn(their, target.locale);
	const ours = asWrittenAmong(
		[...numbersIn(our, source.locale), ...monthsInFigures(our, their, written)],
		written,
	);
	const theirs = asWrittenAmong(written, ours);
	// Whether a figure is marked as code is for another rule. What both sides mark says nothing of the text.
	const [ourCode, theirCode] = [
		numbersInCode(match.source, source.locale),
		numbersInCode(match.target, target.locale),
	];
	let lost = without(ours, [...theirs, ...without(theirCode, ourCode)]);
	const come = without(theirs, [...ours, ...without(ourCode, theirCode)]);
	if (lost.length === 0 && come.length === 1)
		lost = without(numberInWords(our, source.locale, Number(come[0]!.digits)), theirs);
	if (
		lost.length === 0 ||
		come.length === 0 ||
		Math.max(lost.length, come.length) > MOST ||
		![our, their].some(mayHoldLargeNumber)
	)
		return { match, lost, come };
	const isIn = (others: readonly WrittenNumber[]) => (number: WrittenNumber) =>
		others.some((other) => isMultiple(number, other) || isMultiple(other, number));
	return {
		match,
		lost: lost.filter((number) => !isIn(come)(number)),
		come: come.filter((number) => !isIn(lost)(number)),
	};
}

function numbersInCode({ inlines }: Block, locale: string): WrittenNumber[] {
	return inlines.flatMap(({ kind, value }) => (kind === 'code' ? numbersIn(value, locale) : []));
}

/** Numbers that the others lack, each as often as it is missing. */
function without(
	numbers: readonly WrittenNumber[],
	others: readonly WrittenNumber[],
): WrittenNumber[] {
	return surplus(
		numbers,
		others.map(({ digits }) => digits),
		({ digits }) => digits,
	);
}

/** The digits that changes of a section have in common, by the section. */
function numbersBySection(
	changes: readonly Change[],
	numbersOf: (change: Change) => readonly WrittenNumber[],
): ReadonlyMap<number, ReadonlySet<string>> {
	const sections = new Map<number, Set<string>>();
	for (const change of changes) {
		const digits = sections.get(change.match.section) ?? new Set();
		sections.set(change.match.section, digits);
		for (const number of numbersOf(change)) digits.add(number.digits);
	}
	return sections;
}
