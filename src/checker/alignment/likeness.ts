import type { Evidence } from './evidence.ts';

/** Whether both stand below headings that are called otherwise. */
export function areNamedApart({ name: ours }: Evidence, { name: theirs }: Evidence): boolean {
	return ours !== undefined && theirs !== undefined && ours !== theirs;
}

/** Dice's coefficient of two sets: 0 for nothing in common, 1 for equal; `undefined` for two empty ones. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
	if (a.size === 0 && b.size === 0) return undefined;
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	let common = 0;
	for (const mark of small) if (large.has(mark)) common++;
	return (2 * common) / (a.size + b.size);
}

/**
 * How likely it is that two pieces say the same: 0 to 1, `undefined` where nothing speaks for or
 * against it. What a translation keeps decides; words alone move the scale by half.
 */
export function likeness(a: Evidence, b: Evidence): number | undefined {
	const [marks, words] = [dice(a.marks, b.marks), dice(a.words, b.words)];
	if (marks !== undefined) return 0.85 * marks + 0.15 * (words ?? marks);
	return words === undefined ? undefined : 0.25 + words / 2;
}

/** How much of the signs of two pieces is the same: 0 to 1, `undefined` where both have none. */
export function signsInCommon(a: readonly number[], b: readonly number[]): number | undefined {
	let [common, all] = [0, 0];
	for (const [i, count] of a.entries()) {
		common += Math.min(count, b[i]!);
		all += Math.max(count, b[i]!);
	}
	return all === 0 ? undefined : common / all;
}
