import { partitionPoint } from '../checker/document/partition-point.ts';

/** What each n-gram gives each language, by the numbers that the language identifier has for both. */
export type NgramScores = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One line for each n-gram, in order: `n-gram⇥language:score,language:score`. */
export function writeNgramTable(scores: NgramScores): string {
	const lines = Object.entries(scores).map(([ngram, each]) => {
		const points = Object.entries(each).map((entry) => entry.join(':'));
		return start(ngram) + points.join(',');
	});
	return lines.sort().join('\n');
}

/**
 * The same scores, of which each n-gram's are read when they are first asked for: fifty thousand
 * objects take longer to make than most runs ask them questions.
 */
export function readNgramTable(table: string): NgramScores {
	const lines = table.split('\n');
	const known = new Map<string, NgramScores[string]>();
	const get = (_: unknown, ngram: string): NgramScores[string] | undefined => {
		let found = known.get(ngram);
		if (!found) {
			found = find(lines, start(ngram));
			// Those that are not there are without number.
			if (found) known.set(ngram, found);
		}
		return found;
	};
	return new Proxy<Record<string, NgramScores[string]>>({}, { get });
}

function find(lines: readonly string[], wanted: string): NgramScores[string] | undefined {
	const line = lines[partitionPoint(lines, (each) => each < wanted)];
	if (!line?.startsWith(wanted)) return undefined;
	const points = line.slice(wanted.length).split(',');
	return Object.fromEntries(points.map((each) => each.split(':').map(Number) as [number, number]));
}

/** What a line begins with. No n-gram holds a tab: they are parts of words, and of spaces around them. */
function start(ngram: string): string {
	return `${ngram}\t`;
}
