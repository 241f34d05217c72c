import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanEnvironment, folderOf, project } from './parity-command.ts';

const page = (lastReviewed: string): string =>
	`---\nnodeVersions: [24]\nlastReviewed: ${lastReviewed}\n---\n\n# Orders\n`;

function review(folder: string, args: readonly string[], variables = {}) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(project, 'src/cli/review.ts'), ...args],
		{ cwd: folder, encoding: 'utf8', env: cleanEnvironment(variables) },
	);
	return { status, stdout, stderr };
}

test('pages of the source are reviewed by a day, their translations are not', () => {
	const folder = folderOf({
		'content/en/orders.md': page('2026-10-01'),
		'content/en/stock/index.md': page('2026-11-20'),
		'content/fr/orders.md': page('2020-01-01'),
	});
	expect(review(folder, ['--on', '2027-10-01'])).toEqual({
		status: 0,
		stdout: 'On 2027-10-01: 2 pages, nothing is due.\n',
		stderr: '',
	});
	expect(review(folder, ['--on', '2027-11-01'])).toEqual({
		status: 1,
		stdout: `content/en/orders.md:3  The last review was on 2026-10-01, more than a year ago. Compare the page with its sources, then set \`lastReviewed\`.
On 2027-11-01: 2 pages, 1 thing to do.
`,
		stderr: '',
	});
});

test('the day is today by itself, in whichever folder the content is', () => {
	const folder = folderOf({ 'docs/en/orders.md': page('2001-01-01') });
	const { status, stdout } = review(folder, [], { CONTENT_DIR: 'docs' });
	expect(status).toBe(1);
	expect(stdout).toContain(`\nOn ${new Date().toISOString().slice(0, 10)}: 1 page, `);
});

test.each([[['--on', '2027-13-01']], [['--on', '2027']], [['--by', '2027-12-01']], [['content']]])(
	'%s is not understood',
	(args) => {
		const { status, stdout, stderr } = review(folderOf({ 'content/en/a.md': '' }), args);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain(`\`${args.join(' ')}\` is not understood.\nRun \`npm run review\``);
	},
);

test('a folder that is not there is one sentence', () => {
	const { status, stderr } = review(folderOf({}), []);
	expect(status).toBe(2);
	expect(stderr).toMatch(/^review: There is no content folder .+\.\n$/);
});
