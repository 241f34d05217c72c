import type { Run } from './measure.ts';

/** A tool at one size of corpus. */
export interface Row {
	/** Source pages. */
	readonly size: number;
	readonly files: number;
	readonly bytes: number;
	readonly name: string;
	/** Absent where the tool was not run. */
	readonly run: Run | undefined;
}

const HEAD = ['pages', 'files', 'MB', 'tool', 's', 'CPU s', 'ms/page', 'MiB', '× floor', '× ours'];
const TEXT = HEAD.indexOf('tool');

/** An aligned table in Markdown. */
export function formatRows(rows: readonly Row[], floor: string, ours: string): string {
	const cells = rows.map((row) => {
		const seconds = (name: string): number | undefined =>
			rows.find((each) => each.bytes === row.bytes && each.name === name)?.run?.seconds;
		const { run } = row;
		const times = (of: number | undefined): string =>
			run && of ? (run.seconds / of).toFixed(1) : '–';
		return [
			String(row.size),
			String(row.files),
			(row.bytes / 1e6).toFixed(1),
			row.name,
			...(run
				? [
						run.seconds.toFixed(2),
						run.cpu.toFixed(2),
						((run.seconds / row.size) * 1000).toFixed(2),
						run.memory.toFixed(0),
					]
				: ['not run', '–', '–', '–']),
			...[times(seconds(floor)), times(seconds(ours))],
		];
	});
	const widths = HEAD.map((_, at) =>
		Math.max(3, ...[HEAD, ...cells].map((row) => row[at]!.length)),
	);
	const line = (row: readonly string[]): string =>
		`| ${row.map((cell, at) => (at === TEXT ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
	const rule = widths.map((width, at) =>
		at === TEXT ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
	);
	return [line(HEAD), line(rule), ...cells.map(line)].join('\n');
}
