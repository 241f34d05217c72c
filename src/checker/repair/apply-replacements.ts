import type { Replacement } from '../finding.ts';

/** A text with replacements that do not touch each other, in any order. */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
	let written = '';
	let at = 0;
	for (const { from, to, text: fresh } of replacements.toSorted(byPlace)) {
		written += text.slice(at, from) + fresh;
		at = to;
	}
	return written + text.slice(at);
}

/** Whether two lists of replacements want the same place. */
export function overlap(some: readonly Replacement[], others: readonly Replacement[]): boolean {
	return some.some((a) => others.some((b) => a.from <= b.to && b.from <= a.to));
}

function byPlace(a: Replacement, b: Replacement): number {
	return a.from - b.from || a.to - b.to;
}
