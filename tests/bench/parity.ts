/**
 * How long `parity check` takes, beside two linters that look at the same files one by one, and
 * beside a script that only parses them: `npm run bench:parity -- --sizes 100,300 --runs 5`. Whole
 * processes, from start to end, in turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { locales } from '../../src/locales.ts';
import { formatRows, type Row } from './parity/format-rows.ts';
import { generatePages } from './parity/generate-pages.ts';
import { measure, median, type Run } from './parity/measure.ts';

/** How often a rival has to take our time, and how often we may take the floor's. */
const LEAST_LEAD = 10;
const MOST_OVER_FLOOR = 3;
/** Seconds for a thousand pages in four languages. */
const MOST_SECONDS = 2;
/** Source pages above which the rivals, which take minutes, are not run. */
const RIVALS_UP_TO = 1000;

const root = resolve(import.meta.dirname, '../..');
const modules = join(root, 'node_modules');
/** Where the checker keeps what it knows of pages. */
const caches = join(modules, '.cache/parity');
const folders = locales.map(({ folder }) => folder);
const places = locales.slice(1).map(({ lang, folder }) => `${lang}=${folder}`);

const FLOOR = 'parse only';
/** A run that knows nothing of the pages. */
const OURS = 'parity check';
/** The run that follows it: no page has changed, so that it looks at none. */
const AGAIN = 'parity check, again';
const check = [
	...[join(root, 'src/cli/parity.mjs'), 'check', '--format', 'json'],
	...['--source', `${folders[0]!}/{page}`, '--target', '{locale}/{page}'],
	...['--locales', places.join(',')],
];
const tools: Readonly<Record<string, readonly string[]>> = {
	[FLOOR]: [join(import.meta.dirname, 'parity/parse-all.ts'), '.'],
	[OURS]: check,
	[AGAIN]: check,
	'remark-cli': [
		...[join(modules, 'remark-cli/cli.js'), '--quiet', '--no-config', '--no-ignore'],
		...['--use', join(modules, 'remark-preset-lint-recommended/index.js'), '.'],
	],
	'markdownlint-cli2': [
		join(modules, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'),
		...['--no-globs', '**/*.md'],
	],
};

const { values } = parseArgs({
	options: {
		sizes: { type: 'string', default: '100,300,1000' },
		runs: { type: 'string', default: '5' },
	},
});
const sizes = values.sizes.split(',').map(Number);
/** The largest corpus again, with pages as short as most documentation has them. */
const corpora = [
	...sizes.map((size) => ({ size, length: 'long' as const })),
	{ size: Math.max(...sizes), length: 'short' as const },
];
const runs = Number(values.runs);

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}.`);
console.log(`Whole processes, ${runs} runs each in turns, the run of median time.\n`);

const rows: Row[] = [];
for (const { size, length } of corpora) {
	// Not in the project's own scratch folder, which a run of the tests empties.
	const scratch = mkdtempSync(join(tmpdir(), 'bench-parity-'));
	const { files, bytes } = generatePages(join(root, 'content'), scratch, folders, size, length);
	const names = Object.keys(tools).filter((name) => !isRival(name) || size <= RIVALS_UP_TO);
	const measured = new Map<string, Run[]>(names.map((name) => [name, []]));
	// The first round fills the caches of files and of compiled code.
	for (let round = 0; round <= runs; round++)
		for (const name of names) {
			if (round === 0 && isRival(name)) continue;
			if (name === OURS) rmSync(caches, { recursive: true, force: true });
			const run = measure(tools[name]!, scratch);
			if (round > 0) measured.get(name)!.push(run);
		}
	for (const name of Object.keys(tools)) {
		const all = measured.get(name);
		rows.push({ size, files, bytes, name, run: all && median(all) });
	}
	rmSync(scratch, { recursive: true });
}
console.log(formatRows(rows, FLOOR, OURS));
console.log(`\nA first run:\n${verdicts(OURS).join('\n')}`);
console.log(`\nAgain, where nothing has changed:\n${verdicts(AGAIN).join('\n')}`);

function isRival(name: string): boolean {
	return ![FLOOR, OURS, AGAIN].includes(name);
}

/** What was aimed at, and what came of it. */
function verdicts(own: string): string[] {
	const secondsOf = (name: string, { bytes }: Row): number | undefined =>
		rows.find((row) => row.name === name && row.bytes === bytes)?.run?.seconds;
	const ours = rows.filter(({ name, run }) => name === own && run);
	const leads = ours.flatMap((row) =>
		Object.keys(tools)
			.filter(isRival)
			.flatMap((name) => {
				const seconds = secondsOf(name, row);
				return seconds === undefined ? [] : [{ name, row, lead: seconds / row.run!.seconds }];
			}),
	);
	const times = leads.map(({ name, row, lead }) => `${lead.toFixed(1)} (${name}, ${told(row)})`);
	const floors = ours.map(
		(row) => `${(row.run!.seconds / secondsOf(FLOOR, row)!).toFixed(1)} (${told(row)})`,
	);
	const all = ours.filter(({ size }) => size === Math.max(...sizes));
	return [
		times.length > 0
			? `- The linters take this many times as long: ${times.join(', ')}; aim ${LEAST_LEAD}.`
			: `- The linters are run up to ${RIVALS_UP_TO} pages only.`,
		`- Times the floor: ${floors.join(', ')}; aim at most ${MOST_OVER_FLOOR}.`,
		`- ${all.map((row) => `${row.run!.seconds.toFixed(2)} s for ${told(row)}`).join(', ')}; aim under ${MOST_SECONDS} s for 1000 pages.`,
		`- Memory: ${ours.map((row) => `${row.run!.memory.toFixed(0)} MiB (${told(row)})`).join(', ')}.`,
	];
}

/** `300 pages of 11 kB` */
function told({ size, files, bytes }: Row): string {
	return `${size} pages of ${(bytes / files / 1000).toFixed(0)} kB`;
}
