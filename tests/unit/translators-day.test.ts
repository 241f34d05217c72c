import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { commit, git } from './git-command.ts';
import { folderOf, parity, type Outcome } from './parity-command.ts';

/** A handbook that says where its pages lie, with one page. */
const HANDBOOK = {
	'parity.config.mjs':
		"export default { source: 'docs/en/{page}', target: 'docs/{locale}/{page}', locales: ['fr'] };\n",
	'docs/en/backups/keep-a-copy.md': `---
title: Keep a copy of the orders
order: 1
---

Disks fail without notice, and take the orders with them.

## Write the copy

Every night the orders go to another city, where nobody can delete them by mistake.

\`\`\`sh
pg_dump orders > copy.sql
\`\`\`

## Read it back

1. Restore the copy on a fresh machine.
2. Count the orders, and compare the number with the [dashboard](https://example.org/orders).
`,
};

/** What the volunteer writes in the place of each English text. */
const WORDS = {
	'Keep a copy of the orders': 'Garder une copie des commandes',
	'Disks fail without notice, and take the orders with them.':
		'Les disques tombent en panne sans prévenir, et emportent les commandes avec eux.',
	'Write the copy': 'Écrire la copie',
	'Every night the orders go to another city, where nobody can delete them by mistake.':
		'Chaque nuit, les commandes partent dans une autre ville, où personne ne peut les effacer par erreur.',
	'Read it back': 'La relire',
	'Restore the copy on a fresh machine.': 'Restaurez la copie sur une machine neuve.',
	'Count the orders, and compare the number with the':
		'Comptez les commandes, et comparez leur nombre à celui du',
	'[dashboard]': '[tableau de bord]',
};

const PAGE = 'backups/keep-a-copy.md';

/** A bare remote with the handbook, and the full clone of its maintainer. */
function project(): { readonly remote: string; readonly maintainer: string } {
	const maintainer = folderOf(HANDBOOK);
	commit(maintainer, 'Begin');
	const remote = join(folderOf({}), 'handbook.git');
	git(maintainer, 'clone', '--quiet', '--bare', '.', remote);
	git(maintainer, 'remote', 'add', 'origin', pathToFileURL(remote).href);
	git(maintainer, 'fetch', '--quiet');
	return { remote, maintainer };
}

/** What continuous integration and most volunteers have. */
function shallowClone(remote: string): string {
	const clone = join(folderOf({}), 'handbook');
	mkdirSync(clone);
	git(clone, 'clone', '--quiet', '--depth', '1', pathToFileURL(remote).href, '.');
	expect(git(clone, 'rev-list', '--count', 'HEAD').trim()).toBe('1');
	return clone;
}

function edit(folder: string, path: string, words: Readonly<Record<string, string>>): void {
	let text = readFileSync(join(folder, path), 'utf8');
	for (const [from, to] of Object.entries(words)) {
		expect(text).toContain(from);
		text = text.replace(from, to);
	}
	writeFileSync(join(folder, path), text);
}

const run = (folder: string, ...args: readonly string[]): Outcome => parity(folder, args);

/** From a page that nobody has translated to a record of its translation on the main branch. */
function translate(remote: string): void {
	const clone = shallowClone(remote);
	expect(run(clone, 'status').stdout).toContain('1 missing');
	expect(run(clone, 'new', 'fr', 'backups/keep-a-copy').status).toBe(0);
	const path = `docs/fr/${PAGE}`;

	const begun = run(clone, 'check', path);
	expect(begun.status).toBe(1);
	expect(begun.stdout).toContain('untranslated-placeholder');
	const early = run(clone, 'sync', path);
	expect(early.status).toBe(1);
	expect(early.stdout).toContain('not recorded, it has errors');

	edit(clone, path, WORDS);
	const written = readFileSync(join(clone, path), 'utf8');
	writeFileSync(join(clone, path), written.replaceAll(/^(?:<!--|#) parity: translate.*\n/gm, ''));
	expect(run(clone, 'check')).toMatchObject({ status: 0, stderr: '' });
	expect(run(clone, 'status').stdout).toContain('1 unrecorded');
	expect(run(clone, 'sync', path).stdout).toContain('recorded for the first time, 3 sections');
	expect(run(clone, 'status').stdout).toContain('1 current');
	expect(run(clone, 'check').stdout).toBe('Parity: 1 page, 1 translation, nothing to report.\n');
	commit(clone, 'i18n(fr): translate how to keep a copy');
	git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
}

/** Two commits on a branch, which reach the main branch as one. */
function changeEnglish(maintainer: string, change: () => void): void {
	git(maintainer, 'pull', '--quiet', 'origin', 'main');
	git(maintainer, 'switch', '--quiet', '--create', 'move-the-copy');
	edit(maintainer, `docs/en/${PAGE}`, { 'another city': 'another town' });
	commit(maintainer, 'Say town');
	change();
	commit(maintainer, 'Say when and where');
	git(maintainer, 'switch', '--quiet', 'main');
	git(maintainer, 'merge', '--quiet', '--squash', 'move-the-copy');
	commit(maintainer, 'Move the copy to another country');
	git(maintainer, 'branch', '--quiet', '-D', 'move-the-copy');
	git(maintainer, 'push', '--quiet', 'origin', 'main');
}

const ABROAD = { 'Every night the orders go to another town': 'Every hour the orders go abroad' };
const TRANSLATED_AGAIN = {
	'Chaque nuit, les commandes partent dans une autre ville':
		'Chaque heure, les commandes partent à l’étranger',
};

test(
	'a day of a translator, from a page that is missing to a green check',
	{ timeout: 60_000 },
	() => {
		const { remote, maintainer } = project();
		translate(remote);
		changeEnglish(maintainer, () => {
			edit(maintainer, `docs/en/${PAGE}`, ABROAD);
		});

		const clone = shallowClone(remote);
		const status = run(clone, 'status');
		expect(status.stdout).toContain('1 stale');
		expect(status.stdout).toMatch(/docs\/fr\/backups\/keep-a-copy\.md\n +Write the copy\n/);
		const check = run(clone, 'check');
		expect(check.status).toBe(0);
		expect(check.stdout).toContain('The source of the section `Write the copy` has changed');
		expect(check.stdout).toContain('1 warning in 1 file');

		const shallow = run(clone, 'diff', PAGE);
		expect(shallow).toMatchObject({ status: 0, stderr: '' });
		expect(shallow.stdout).toContain(
			'Write the copy: changed; its earlier text is not in this clone',
		);
		expect(run(maintainer, 'diff', PAGE).stdout).toContain('Write the copy: changed\n');
		expect(run(maintainer, 'diff', PAGE).stdout).toContain('Every [-night-]{+hour+} the orders go');
		git(clone, 'fetch', '--quiet', '--unshallow');
		expect(run(clone, 'diff', PAGE).stdout).toBe(run(maintainer, 'diff', PAGE).stdout);

		edit(clone, `docs/fr/${PAGE}`, TRANSLATED_AGAIN);
		expect(run(clone, 'status').stdout).toContain('1 stale');
		expect(run(clone, 'sync', 'docs/fr').stdout).toContain('recorded Write the copy\n');
		expect(run(clone, 'status').stdout).toContain('1 current');
		expect(run(clone, 'check').stdout).toBe('Parity: 1 page, 1 translation, nothing to report.\n');
		commit(clone, 'i18n(fr): follow the copy abroad');
		git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
		expect(run(shallowClone(remote), 'status').stdout).toContain('1 current');
	},
);

test('the same while the page is renamed', { timeout: 60_000 }, () => {
	const { remote, maintainer } = project();
	translate(remote);
	const renamed = 'backups/copy-the-orders.md';
	changeEnglish(maintainer, () => {
		edit(maintainer, `docs/en/${PAGE}`, ABROAD);
		git(maintainer, 'mv', `docs/en/${PAGE}`, `docs/en/${renamed}`);
	});

	const clone = shallowClone(remote);
	const lost = run(clone, 'check');
	expect(lost.stdout.replace(/\s+/g, ' ')).toContain(`copy-the-orders.md`);
	expect(lost.stdout).toContain('page-orphan');
	expect(run(clone, 'sync', 'docs/fr').stdout).toContain('not recorded, it has no source page');

	git(clone, 'mv', `docs/fr/${PAGE}`, `docs/fr/${renamed}`);
	expect(run(clone, 'status').stdout).toMatch(
		/docs\/fr\/backups\/copy-the-orders\.md\n +Write the copy\n/,
	);
	expect(run(clone, 'diff', renamed)).toMatchObject({ status: 0, stderr: '' });
	git(clone, 'fetch', '--quiet', '--unshallow');
	expect(run(clone, 'diff', renamed).stdout).toContain('Every [-night-]{+hour+} the orders go');

	edit(clone, `docs/fr/${renamed}`, TRANSLATED_AGAIN);
	expect(run(clone, 'sync', `docs/fr/${renamed}`).status).toBe(0);
	expect(run(clone, 'check').stdout).toBe('Parity: 1 page, 1 translation, nothing to report.\n');
});
