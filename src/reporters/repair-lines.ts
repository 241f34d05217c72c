import type { Finding } from '../checker/finding.ts';
import { count } from './count.ts';
import { printable } from './printable.ts';

/** What was done to a file. */
export interface FileRepair {
	readonly path: string;
	/** Findings before, and those that are left. */
	readonly before: readonly Finding[];
	readonly left: readonly Finding[];
}

/** A line for each repaired file: `content/fr/orders.md  3 repairs: code-drift (2), link-drift` */
export function repairLines(repairs: readonly FileRepair[]): string[] {
	return repairs.map(({ path, ...repair }) => {
		const rules = [...mended(repair)];
		const total = rules.reduce((sum, [, number]) => sum + number, 0);
		const list = rules.map(([id, number]) => (number === 1 ? id : `${id} (${number})`)).join(', ');
		return `${printable(path)}  ${count(total, 'repair')}: ${list}`;
	});
}

/**
 * `Repaired 3 differences in 2 files.`
 *
 * @param refused files that could not be repaired or written
 */
export function repairTotal(
	repairs: readonly FileRepair[],
	{ isDry, refused }: { readonly isDry: boolean; readonly refused: number },
): string {
	const rest = refused > 0 ? ` Left as it was: ${count(refused, 'file')}.` : '';
	const total = repairs.flatMap((repair) => [...mended(repair).values()]);
	const differences = count(
		total.reduce((sum, number) => sum + number, 0),
		'difference',
	);
	if (repairs.length === 0)
		return refused > 0 ? `Repaired nothing.${rest}` : 'There is nothing that a machine can repair.';
	const files = count(repairs.length, 'file');
	return isDry
		? `Would repair ${differences} in ${files}; nothing was written.${rest}`
		: `Repaired ${differences} in ${files}.${rest}`;
}

/** How many findings of each rule are gone. */
function mended({ before, left }: Omit<FileRepair, 'path'>): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { ruleId } of before) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
	for (const { ruleId } of left) counts.set(ruleId, (counts.get(ruleId) ?? 0) - 1);
	return new Map([...counts].filter(([, number]) => number > 0));
}
