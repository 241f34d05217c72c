import type { Fault, ChangeKind } from './fault.ts';
import type { Outcome } from './score.ts';

/** Sums of all faults and all controls, as shares from 0 to 1. */
export interface Totals {
	readonly injections: number;
	readonly caught: number;
	readonly rightRule: number;
	readonly rightPlace: number;
	readonly rightSeverity: number;
	/** New findings for each fault. */
	readonly findings: number;
	readonly controls: number;
	readonly clean: number;
}

export function totalsOf(faults: readonly Outcome[], controls: readonly Outcome[]): Totals {
	return {
		injections: faults.length,
		caught: share(faults, ({ isCaught }) => isCaught),
		rightRule: share(faults, ({ isRightRule }) => isRightRule),
		rightPlace: share(faults, ({ isRightPlace }) => isRightPlace),
		rightSeverity: share(faults, ({ isRightSeverity }) => isRightSeverity),
		findings: mean(faults, ({ fresh }) => fresh.length),
		controls: controls.length,
		clean: share(controls, ({ isCaught }) => !isCaught),
	};
}

/** Two tables in Markdown: one line for each kind, totals last. */
export function formatTables(
	kinds: { readonly faults: readonly Fault[]; readonly controls: readonly ChangeKind[] },
	outcomes: { readonly faults: readonly Outcome[]; readonly controls: readonly Outcome[] },
): string {
	const faultRow = (name: string, of: readonly Outcome[]): string[] => [
		name,
		String(of.length),
		...(of.length === 0
			? ['–', '–', '–', '–', '–']
			: [
					percent(share(of, ({ isCaught }) => isCaught)),
					percent(share(of, ({ isRightRule }) => isRightRule)),
					percent(share(of, ({ isRightPlace }) => isRightPlace)),
					mean(of, ({ fresh }) => fresh.length).toFixed(2),
					mean(of, ({ vanished }) => vanished.length).toFixed(2),
				]),
	];
	const controlRow = (name: string, of: readonly Outcome[]): string[] => [
		name,
		String(of.length),
		of.length === 0 ? '–' : percent(share(of, ({ isCaught }) => !isCaught)),
	];
	const only = (list: readonly Outcome[], id: string): Outcome[] =>
		list.filter(({ kind }) => kind === id);
	return [
		alignCells([
			['fault', 'injected', 'caught', 'right rule', 'right place', 'findings', 'vanished'],
			...kinds.faults.map(({ id }) => faultRow(id, only(outcomes.faults, id))),
			faultRow('**all faults**', outcomes.faults),
		]),
		alignCells([
			['no fault', 'injected', 'clean'],
			...kinds.controls.map(({ id }) => controlRow(id, only(outcomes.controls, id))),
			controlRow('**all**', outcomes.controls),
		]),
	].join('\n\n');
}

/** `percent(0.9996)` => `'99.9 %'`: only what is whole is 100 %. */
export function percent(share: number): string {
	const tenths = Math.floor(share * 1000 + 1e-9) / 10;
	return `${tenths === 100 ? '100' : tenths.toFixed(1)} %`;
}

function share(of: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
	return of.length === 0 ? 1 : of.filter(holds).length / of.length;
}

function mean(of: readonly Outcome[], value: (outcome: Outcome) => number): number {
	return of.length === 0 ? 0 : of.reduce((sum, outcome) => sum + value(outcome), 0) / of.length;
}

/** Pads the cells of a table; the first column is text, the others are figures. */
export function alignCells(rows: readonly (readonly string[])[]): string {
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	const line = (row: readonly string[]): string =>
		`| ${row
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
			)
			.join(' | ')} |`;
	const [head, ...body] = rows;
	const rule = `| ${widths
		.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
		.join(' | ')} |`;
	return [line(head!), rule, ...body.map(line)].join('\n');
}
