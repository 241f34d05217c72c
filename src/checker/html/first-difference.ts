import { scriptKey } from '../safety/script-key.ts';

/** Two pieces of code without the lines at their beginnings that do the same: what is shown is short. */
export function fromFirstDifference(ours: string, theirs: string): [string, string] {
	const [a, b] = [ours, theirs].map((code) => code.split('\n')) as [string[], string[]];
	const areSame = (one: string, other: string): boolean =>
		keyOf(one.trim()) === keyOf(other.trim());
	const last = Math.min(a.length, b.length) - 1;
	let line = 0;
	while (line < last && areSame(a[line]!, b[line]!)) line++;
	return [a, b].map((lines) => lines.slice(line).join('\n')) as [string, string];
}

function keyOf(line: string): string {
	return scriptKey({ kind: 'export', value: line });
}
