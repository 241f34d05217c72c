import type { CheckerFinding } from './run-checker.ts';

/** What a change makes the checker say, and no longer say. */
export interface Difference {
	readonly fresh: readonly CheckerFinding[];
	readonly vanished: readonly CheckerFinding[];
}

/**
 * Compares the findings of a page with those of the same page changed. Those of before move with
 * their lines; one that only stands elsewhere is the same one.
 *
 * @param mapLine line before the change -> line after it
 * @param options.ignoresWords whether a finding that only quotes other words is the same one
 */
export function compareFindings(
	before: readonly CheckerFinding[],
	after: readonly CheckerFinding[],
	mapLine: (line: number) => number,
	options: { readonly ignoresWords: boolean } = { ignoresWords: false },
): Difference {
	const identity = (finding: CheckerFinding, line: number | undefined): string =>
		JSON.stringify([
			finding.ruleId,
			finding.severity,
			finding.message,
			finding.source?.start,
			line,
		]);
	const lineOf = ({ target }: CheckerFinding): number | undefined => target?.start?.line;
	const moved = (finding: CheckerFinding): number | undefined => {
		const line = lineOf(finding);
		return line === undefined ? undefined : mapLine(line);
	};

	const byPlace = pairOff(
		before,
		after,
		(finding) => identity(finding, moved(finding)),
		(finding) => identity(finding, lineOf(finding)),
	);
	const words = (finding: CheckerFinding): string => identity(finding, undefined);
	const byWords = pairOff(...byPlace, words, words);
	const subject = ({ ruleId, severity }: CheckerFinding, line: number | undefined): string =>
		JSON.stringify([ruleId, severity, line]);
	const [vanished, fresh] = options.ignoresWords
		? pairOff(
				...byWords,
				(finding) => subject(finding, moved(finding)),
				(finding) => subject(finding, lineOf(finding)),
			)
		: byWords;
	return { fresh, vanished };
}

/** What is left of two lists when each one of `a` took an equal one of `b` with it. */
function pairOff<T>(
	a: readonly T[],
	b: readonly T[],
	keyOfA: (item: T) => string,
	keyOfB: (item: T) => string,
): [T[], T[]] {
	const rest = new Map<string, T[]>();
	for (const item of b) {
		const key = keyOfB(item);
		rest.set(key, [...(rest.get(key) ?? []), item]);
	}
	const left = a.filter((item) => rest.get(keyOfA(item))?.shift() === undefined);
	const unused = new Set([...rest.values()].flat());
	return [left, b.filter((item) => unused.has(item))];
}
