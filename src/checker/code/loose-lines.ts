/** A line that has no partner. */
export interface LooseLine {
	/** Index among the lines that are more. */
	readonly line: number;
	/** Index of the line before which it would stand on the other side. */
	readonly at: number;
}

/**
 * Of two texts that say the same in two languages, the lines by which one has more than the other.
 * None where the text was wrapped anew: then it has as many lines that end where they have to.
 *
 * @param few at least one line
 * @param many as many lines or more
 */
export function looseLines(few: readonly string[], many: readonly string[]): LooseLine[] {
	if (few.length >= many.length || few.length * many.length > MOST_CELLS) return [];
	const isTwice = many.some((line, i) => i > 0 && line === many[i - 1]);
	if (countEnds(many) <= countEnds(few) && !isTwice) return [];
	const costs = cheapest(few, many);
	const loose: LooseLine[] = [];
	for (let i = 0, j = 0; j < many.length; j++) {
		const isMatch =
			i < few.length &&
			(many.length - j <= few.length - i ||
				costs[i]![j]! >= costs[i + 1]![j + 1]! + difference(few[i]!, many[j]!) - 1e-9);
		if (isMatch) i++;
		else loose.push({ line: j, at: i });
	}
	return loose;
}

const MOST_CELLS = 250_000;

/** Columns to which text is wrapped at least. */
const NARROWEST = 50;
/** Words of a line that is part of a sentence, though it does not begin with a capital. */
const SENTENCE = 4;

/** How many lines end before they are full: those are no effect of wrapping. */
function countEnds(lines: readonly string[]): number {
	const width = Math.max(NARROWEST, ...lines.map(({ length }) => length));
	return lines.filter((line, i) => {
		const next = lines[i + 1]?.trim();
		if (next === undefined) return true;
		const isFull = line.trimEnd().length + 1 + next.split(/\s/, 1)[0]!.length > width;
		const goesOn =
			/[^.!?:;]$/.test(line.trimEnd()) &&
			/^\p{Ll}/u.test(next) &&
			(/^\s*\p{Lu}/u.test(line) || line.trim().split(/\s+/).length >= SENTENCE);
		return !isFull && !goesOn;
	}).length;
}

/** Cost of matching all lines of `few` from `i` on with some of `many` from `j` on. */
function cheapest(few: readonly string[], many: readonly string[]): number[][] {
	const costs = few.map(() => new Array<number>(many.length + 1).fill(Infinity));
	costs.push(new Array<number>(many.length + 1).fill(0));
	for (let i = few.length - 1; i >= 0; i--)
		for (let j = many.length - 1; j >= 0; j--)
			costs[i]![j] = Math.min(
				costs[i]![j + 1]!,
				costs[i + 1]![j + 1]! + difference(few[i]!, many[j]!),
			);
	return costs;
}

/** How little two lines look like each other: in indentation, marks at their ends, and length. */
function difference(a: string, b: string): number {
	const [one, other] = [a.trim(), b.trim()];
	if (one === other) return 0;
	const length = Math.abs(one.length - other.length) / Math.max(one.length, other.length, 1);
	const isIndented = indentOf(a) === indentOf(b);
	return (
		length + Number(!isIndented) + EDGES.filter((edge) => edge(one) !== edge(other)).length / 2
	);
}

const EDGES: readonly ((line: string) => string)[] = [
	(line) => /^[^\p{L}\s]*/u.exec(line)![0],
	(line) => /[^\p{L}\p{N}\s]?$/u.exec(line)![0],
	(line) => (/^\p{Lu}/u.test(line) ? 'capital' : ''),
];

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}
