import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { columns } from '../../src/reporters/wrap.ts';
import { ENGLISH, FOLDERS, folderOf, FRENCH, parity, type Outcome } from './parity-command.ts';

const inFrench = [...FOLDERS, '--locales', 'fr'];
const inBoth = [...FOLDERS, '--locales', 'fr,es'];
const BEFORE = `${ENGLISH}\n## Cancel | stop\n\nAn order is cancelled within a day.\n`;
const AFTER = BEFORE.replace('a day', 'two days');
const TRANSLATED = `${FRENCH}\n## Annuler\n\nUne commande s’annule en un jour.\n`;

/** One page in each state, but for `missing` in Spanish only. */
function corpus(): string {
	const pages = ['current', 'stale', 'unrecorded', 'broken'];
	const folder = folderOf({
		...Object.fromEntries(pages.map((page) => [`en/${page}.md`, BEFORE])),
		...Object.fromEntries(pages.map((page) => [`fr/${page}.md`, TRANSLATED])),
		'es/current.md': TRANSLATED,
	});
	const recorded = ['fr/current.md', 'fr/stale.md', 'fr/broken.md'];
	expect(parity(folder, ['sync', ...recorded, ...inFrench]).status).toBe(0);
	return folder;
}

function damage(folder: string): string {
	write(folder, 'en/stale.md', AFTER);
	write(folder, 'fr/broken.md', read(folder, 'fr/broken.md').replace('await ', ''));
	return folder;
}

function read(folder: string, path: string): string {
	return readFileSync(join(folder, path), 'utf8');
}

function write(folder: string, path: string, text: string): void {
	writeFileSync(join(folder, path), text);
}

const told = ({ status, stdout, stderr }: Outcome): string => {
	expect(stderr).toBe('');
	expect(status).toBe(0);
	return stdout;
};

test('a table tells every state, the sections that changed and the totals', () => {
	const folder = damage(corpus());
	expect(told(parity(folder, ['status', ...inBoth]))).toMatchInlineSnapshot(`
		"page           fr          es
		broken.md      1 error     missing
		current.md     current     unrecorded
		stale.md       1 stale     missing
		unrecorded.md  unrecorded  missing

		Sections that changed since they were translated
		  fr/stale.md
		    Cancel | stop

		fr  1 current, 1 stale, 1 unrecorded, 1 broken
		es  1 unrecorded, 3 missing
		"
	`);
});

test('programs read the same', () => {
	const folder = damage(corpus());
	const { version, pages, summary } = JSON.parse(
		told(parity(folder, ['status', '--format', 'json', ...inFrench])),
	) as { version: number; pages: { page: string }[]; summary: unknown };
	expect(version).toBe(1);
	expect(summary).toEqual({
		fr: { current: 1, stale: 1, unrecorded: 1, broken: 1, missing: 0 },
	});
	expect(pages.find(({ page }) => page === 'stale.md')).toEqual({
		page: 'stale.md',
		locales: {
			fr: {
				path: 'fr/stale.md',
				state: 'stale',
				staleSections: [{ key: 'cancel--stop', name: 'Cancel | stop' }],
				errors: 0,
				warnings: 0,
			},
		},
	});
	expect(pages.find(({ page }) => page === 'broken.md')).toMatchObject({
		locales: { fr: { state: 'broken', errors: 1 } },
	});
});

test('a comment on a pull request leaves out what is current, and holds no foreign markup', () => {
	const folder = damage(corpus());
	expect(told(parity(folder, ['status', '--format', 'markdown', ...inFrench])))
		.toMatchInlineSnapshot(`
		"## Translation status

		| Locale | current | stale | unrecorded | broken | missing |
		| --- | ---: | ---: | ---: | ---: | ---: |
		| fr | 1 | 1 | 1 | 1 | 0 |

		| Page | fr |
		| --- | --- |
		| <code>broken.md</code> | broken: 1 error |
		| <code>stale.md</code> | 1 section stale (Cancel &#124; stop) |
		| <code>unrecorded.md</code> | unrecorded |
		"
	`);
	const fine = told(
		parity(folder, ['status', '--format', 'markdown', 'fr/current.md', ...inFrench]),
	);
	expect(fine).not.toContain('current.md');
});

test('a project that is hard on stale sections sees them as stale, not as broken', () => {
	const folder = damage(corpus());
	write(folder, 'parity.config.mjs', "export default { rules: { 'stale-section': 'error' } };\n");
	const table = told(parity(folder, ['status', 'fr/stale.md', ...inFrench]));
	expect(table).toContain('1 stale');
});

test('paths select; a folder of a language shows what it lacks', () => {
	const folder = corpus();
	const table = told(parity(folder, ['status', 'es', ...inBoth]));
	expect(table).toContain('1 unrecorded, 3 missing');
	expect(table).not.toContain('fr');
	expect(told(parity(folder, ['status', 'en/current.md', ...inBoth]))).toMatch(
		/^page +fr +es\ncurrent.md +current +unrecorded\n/,
	);
});

test('translations without a source are no pages', () => {
	const folder = folderOf({ 'en/a.md': ENGLISH, 'fr/a.md': FRENCH, 'fr/b.md': FRENCH });
	expect(told(parity(folder, ['status', ...inFrench]))).not.toContain('b.md');
});

test('many languages and long names fit 80 columns', () => {
	const locales = ['de', 'es', 'fr', 'it', 'ja', 'ko', 'nl', 'pl', 'pt-BR', 'uk', 'zh-Hans'];
	const page = `${'a-chapter-about-orders/'.repeat(4)}confirm-an-order.md`;
	const folder = folderOf({ [`en/${page}`]: ENGLISH, [`fr/${page}`]: FRENCH });
	const table = told(parity(folder, ['status', ...FOLDERS, '--locales', locales.join(',')]));
	expect(Math.max(...table.split('\n').map(columns))).toBeLessThanOrEqual(80);
	for (const locale of locales) expect(table).toContain(locale);
	expect(table.match(/confirm-an-order\.md/g)!.length).toBeGreaterThan(1);
});

test('what it cannot make sense of is told with the nearest name', () => {
	const folder = corpus();
	const refusal = (...args: string[]): string => {
		const { status, stdout, stderr } = parity(folder, ['status', ...args, ...inFrench]);
		expect([status, stdout]).toEqual([2, '']);
		return stderr.replaceAll(folder, '<folder>');
	};
	expect(refusal('--format', 'jsno')).toContain('Did you mean `json`?');
	expect(refusal('--formats', 'json')).toContain('Did you mean `--format`?');
	expect(refusal('fr/stal.md')).toContain('Did you mean `fr/stale.md`?');
	expect(parity(folder, ['stauts']).stderr).toContain('Did you mean `parity status`?');
	const elsewhere = parity(folder, [
		'status',
		'--source',
		'nowhere/{page}',
		'--target',
		'{locale}/{page}',
		'--locales',
		'fr',
	]);
	expect(elsewhere.status).toBe(2);
	expect(elsewhere.stderr).toContain('No source page matches `nowhere/{page}`.');
});
