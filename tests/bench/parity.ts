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
const RIVALS_UP_TO = 300;

const root = resolve(import.meta.dirname, '../..');
const modules = join(root, 'node_modules');
const folders = locales.map(({ folder }) => folder);
const places = locales.slice(1).map(({ lang, folder }) => `${lang}=${folder}`);

const FLOOR = 'parse only';
const OURS = 'parity check';
const tools: Readonly<Record<string, readonly string[]>> = {
	[FLOOR]: [join(import.meta.dirname, 'parity/parse-all.ts'), '.'],
	[OURS]: [
		...[join(root, 'src/cli/parity.mjs'), 'check', '--format', 'json'],
		...['--source', `${folders[0]!}/{page}`, '--target', '{locale}/{page}'],
		...['--locales', places.join(',')],
	],
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
const runs = Number(values.runs);

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}.`);
console.log(`Whole processes, ${runs} runs each in turns, the run of median time.\n`);

const rows: Row[] = [];
const ours = new Map<number, Row>();
for (const size of sizes) {
	// Not in the project's own scratch folder, which a run of the tests empties.
	const scratch = mkdtempSync(join(tmpdir(), 'bench-parity-'));
	const { files, bytes } = generatePages(join(root, 'content'), scratch, folders, size);
	const names = Object.keys(tools).filter((name) => !isRival(name) || size <= RIVALS_UP_TO);
	const measured = new Map<string, Run[]>(names.map((name) => [name, []]));
	// The first round fills the caches of files and of compiled code.
	for (let round = 0; round <= runs; round++)
		for (const name of names) {
			if (round === 0 && isRival(name)) continue;
			const run = measure(tools[name]!, scratch);
			if (round > 0) measured.get(name)!.push(run);
		}
	for (const name of Object.keys(tools)) {
		const all = measured.get(name);
		const row: Row = { size, files, bytes, name, run: all && median(all) };
		rows.push(row);
		if (name === OURS) ours.set(size, row);
	}
	rmSync(scratch, { recursive: true });
}
console.log(formatRows(rows, FLOOR, OURS));
console.log(`\n${verdicts().join('\n')}`);

function isRival(name: string): boolean {
	return name !== FLOOR && name !== OURS;
}

/** What was aimed at, and what came of it. */
function verdicts(): string[] {
	const of = (name: string, size: number): number | undefined =>
		rows.find((row) => row.name === name && row.size === size)?.run?.seconds;
	const leads = rows
		.filter(({ name, run }) => isRival(name) && run)
		.map(({ name, size, run }) => ({ name, size, lead: run!.seconds / of(OURS, size)! }));
	const least = leads.toSorted((a, b) => a.lead - b.lead)[0];
	const largest = Math.max(...sizes);
	const smallest = Math.min(...sizes);
	const [small, large] = [ours.get(smallest)!, ours.get(largest)!];
	const perPage = (row: Row): string => `${((row.run!.seconds / row.size) * 1000).toFixed(2)} ms`;
	const overFloor = of(OURS, largest)! / of(FLOOR, largest)!;
	return [
		least
			? `- Rivals take at least ${least.lead.toFixed(1)} times our time (${least.name}, ${least.size} pages); aim ${LEAST_LEAD}.`
			: `- Rivals are run up to ${RIVALS_UP_TO} pages only.`,
		`- ${overFloor.toFixed(1)} times the floor at ${largest} pages; aim at most ${MOST_OVER_FLOOR}.`,
		`- ${large.run!.seconds.toFixed(2)} s for ${largest} pages and their translations; aim under ${MOST_SECONDS} s for 1000.`,
		`- Each page costs ${perPage(small)} at ${smallest} and ${perPage(large)} at ${largest}: the command's start counts more in a small run.`,
		`- Memory: ${small.run!.memory.toFixed(0)} MiB at ${smallest}, ${large.run!.memory.toFixed(0)} MiB at ${largest}.`,
	];
}
