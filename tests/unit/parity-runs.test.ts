import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import {
	BROKEN,
	cleanEnvironment,
	command,
	ENGLISH,
	findings,
	FOLDERS,
	folderOf,
	FRENCH,
	parity,
	type JsonReport,
} from './parity-command.ts';

const inTwo = [...FOLDERS, '--locales', 'fr,es'];

/** Pages of which every third translation has a fault, and some are missing or orphans. */
function corpus(pages: number): Record<string, string> {
	const files: Record<string, string> = {};
	for (let number = 0; number < pages; number++) {
		const name = `part-${number % 7}/page-${number}.md`;
		const own = `\nOrder ${number} is taken.\n`;
		if (number % 50 !== 49) files[`en/${name}`] = ENGLISH + own;
		if (number % 40 !== 39) files[`fr/${name}`] = (number % 3 === 0 ? BROKEN : FRENCH) + own;
		files[`es/${name}`] = FRENCH + own;
	}
	return files;
}

test('shards together say what the whole run says, each page once', () => {
	const folder = folderOf(corpus(99));
	const whole = findings(folder, inTwo);
	for (const count of [1, 2, 4]) {
		const shards = Array.from({ length: count }, (_, index) =>
			findings(folder, [...inTwo, '--shard', `${index + 1}/${count}`]),
		);
		const sum = (key: keyof JsonReport['summary']) =>
			shards.reduce((all, { summary }) => all + summary[key], 0);
		expect(sum('pages')).toBe(whole.summary.pages);
		expect(sum('pairs')).toBe(whole.summary.pairs);
		expect(sum('errors')).toBe(whole.summary.errors);
		expect(sorted(shards.flatMap((each) => each.findings))).toEqual(sorted(whole.findings));
		const pages = shards.map((each) => new Set(each.findings.map(({ page }) => page)));
		expect(new Set(pages.flatMap((each) => [...each])).size).toBe(
			pages.reduce((all, { size }) => all + size, 0),
		);
	}
});

test('more shards than pages leave some with nothing to do', () => {
	const folder = folderOf({ 'en/take.md': ENGLISH, 'fr/take.md': BROKEN, 'es/take.md': FRENCH });
	const outcomes = ['1/3', '2/3', '3/3'].map((shard) =>
		parity(folder, ['check', ...inTwo, '--shard', shard]),
	);
	expect(outcomes.map(({ status }) => status).sort()).toEqual([0, 0, 1]);
});

test.each(['0/2', '3/2', '1', '1/0', 'one/2', '-1/2', '1/2/3'])('there is no shard %s', (shard) => {
	const { status, stderr } = parity(folderOf({}), ['check', ...inTwo, `--shard=${shard}`]);
	expect(status).toBe(2);
	expect(stderr).toBe(
		`parity: \`--shard ${shard}\` is no part of a whole.\nWrite the part and the number of parts, as in --shard 2/4.\n`,
	);
});

test('a thousand pages in threads say what they say in one thread', () => {
	const folder = folderOf(corpus(1000));
	const whole = findings(folder, inTwo);
	expect(whole.summary.pages).toBe(980);
	// So few files each that no thread is started.
	const shards = Array.from({ length: 8 }, (_, index) =>
		findings(folder, [...inTwo, '--shard', `${index + 1}/8`]),
	);
	expect(sorted(whole.findings)).toEqual(sorted(shards.flatMap((each) => each.findings)));
	expect(whole.findings.length).toBeGreaterThan(300);
	expect(findings(folder, inTwo)).toEqual(whole);
});

const launcher = spawnSync('node', ['--version'], {
	encoding: 'utf8',
	env: cleanEnvironment({ PATH: withoutModules() }),
});
const isOld = Number(/^v(\d+)/.exec(launcher.stdout)?.[1]) < 22;

test.skipIf(!isOld)('an older Node.js hands over to the one that the project installs', () => {
	const folder = folderOf({ 'en/take.md': ENGLISH, 'fr/take.md': BROKEN, 'es/take.md': FRENCH });
	const run = (...args: string[]) =>
		spawnSync('node', [command, ...args], {
			cwd: folder,
			encoding: 'utf8',
			env: cleanEnvironment({ PATH: withoutModules() }),
		});
	const { status, stdout, stderr } = run('check', '--format', 'json', ...inTwo);
	expect([status, stderr]).toEqual([1, '']);
	expect(JSON.parse(stdout)).toEqual(findings(folder, inTwo));
	expect(run('chek').status).toBe(2);
	expect(run('check', ...inTwo, '--rule', 'code-drift=off').status).toBe(0);
});

test('a Node.js that runs TypeScript, but lacks what the checker calls, hands over as well', () => {
	const folder = folderOf({ 'en/take.md': ENGLISH, 'fr/take.md': BROKEN, 'es/take.md': FRENCH });
	const asNode22 = ['--import', 'data:text/javascript,delete RegExp.escape'];
	const args = [...asNode22, command, 'check', '--format', 'json', ...inTwo];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: folder,
		encoding: 'utf8',
		env: cleanEnvironment(),
	});
	expect([status, stderr]).toEqual([1, '']);
	expect(JSON.parse(stdout)).toEqual(findings(folder, inTwo));
});

/** The machine's own programs, without those of the project, which npm puts before them. */
function withoutModules(): string {
	const folders = (process.env.PATH ?? '').split(':');
	return folders.filter((folder) => !folder.includes('node_modules')).join(':');
}

function sorted(findings: JsonReport['findings']): string[] {
	return findings.map((finding) => JSON.stringify(finding)).sort();
}
