import { hash, randomUUID } from 'node:crypto';
import {
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/checker/finding.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';
import { codeStamp } from '../../src/cli/code-stamp.ts';
import { openCache } from '../../src/cli/findings-cache.ts';
import { keyOf } from '../../src/cli/page-key.ts';
import type { Plan } from '../../src/cli/plan.ts';
import type { GroupOnDisk } from '../../src/cli/read-group.ts';
import {
	BROKEN,
	ENGLISH,
	findings,
	FOLDERS,
	folderOf,
	FRENCH,
	parity,
	project,
	told,
	type JsonReport,
} from './parity-command.ts';

const CACHES = join(project, 'node_modules/.cache/parity');
const inFrench = [...FOLDERS, '--locales', 'fr'];

/** Sixty pages with their translations, one of which has a fault, named after one test. */
function corpus(name: string): { readonly files: Record<string, string>; readonly own: string } {
	const own = `${name}-${randomUUID()}`;
	const files: Record<string, string> = {};
	for (let number = 0; number < 60; number++) {
		files[`en/${own}/${number}.md`] = ENGLISH;
		files[`fr/${own}/${number}.md`] = number === 7 ? BROKEN : FRENCH;
	}
	return { files, own };
}

/** The file in which the checker keeps what it knows of the pages of one test. */
function cacheOf(own: string): string | undefined {
	const paths = existsSync(CACHES) ? readdirSync(CACHES).map((file) => join(CACHES, file)) : [];
	return paths.find((path) => {
		try {
			return readFileSync(path, 'utf8').includes(own);
		} catch {
			// Other tests have caches as well, and the oldest are dropped.
			return false;
		}
	});
}

/** Makes the checker remember another place than the one it found. */
function moveRemembered(own: string): void {
	const path = cacheOf(own)!;
	const text = readFileSync(path, 'utf8').replaceAll(`fr/${own}/7.md`, `fr/${own}/remembered.md`);
	writeFileSync(path, text);
}

test('what has not changed since the last run is not looked at again', () => {
	const { files, own } = corpus('unchanged');
	const folder = folderOf(files);
	const first = findings(folder, inFrench);
	expect(told(first)).toEqual([`fr/${own}/7.md code-drift`]);
	expect(findings(folder, inFrench)).toEqual(first);
	moveRemembered(own);
	expect(told(findings(folder, inFrench))).toEqual([`fr/${own}/remembered.md code-drift`]);
	expect(findings(folder, [...inFrench, '--no-cache'])).toEqual(first);
});

test.each([
	['the translation', 'fr', `${BROKEN}\n`],
	['the source', 'en', `${ENGLISH}\n`],
])('a page is looked at again when %s changes, and the others are not', (_, locale, text) => {
	const { files, own } = corpus(`changed-${locale}`);
	const folder = folderOf(files);
	const first = findings(folder, inFrench);
	moveRemembered(own);
	writeFileSync(join(folder, `${locale}/${own}/8.md`), text.replace('store.save', 'store.keep'));
	expect(told(findings(folder, inFrench))).toEqual([
		`fr/${own}/8.md code-drift`,
		`fr/${own}/remembered.md code-drift`,
	]);
	writeFileSync(join(folder, `fr/${own}/7.md`), `${BROKEN}\n`);
	expect(told(findings(folder, inFrench))).toEqual([
		`fr/${own}/7.md code-drift`,
		`fr/${own}/8.md code-drift`,
	]);
	writeFileSync(join(folder, `fr/${own}/7.md`), BROKEN);
	writeFileSync(join(folder, `${locale}/${own}/8.md`), locale === 'en' ? ENGLISH : FRENCH);
	expect(findings(folder, inFrench)).toEqual(first);
});

test('pages that come and go are no matter of the cache', () => {
	const { files, own } = corpus('come-and-go');
	const folder = folderOf(files);
	findings(folder, inFrench);
	rmSync(join(folder, `fr/${own}/7.md`));
	writeFileSync(join(folder, `en/${own}/new.md`), ENGLISH);
	writeFileSync(join(folder, `fr/${own}/new.md`), BROKEN);
	expect(told(findings(folder, inFrench))).toEqual([
		`(fr ${own}/7.md) page-missing`,
		`fr/${own}/new.md code-drift`,
	]);
	// What is gone is forgotten.
	expect(readFileSync(cacheOf(own)!, 'utf8')).not.toContain(`fr/${own}/7.md`);
});

test('other options, other findings', () => {
	const { files } = corpus('options');
	const folder = folderOf(files);
	const count = (more: readonly string[]): number =>
		findings(folder, [...inFrench, ...more]).summary.errors;
	expect(count([])).toBe(1);
	expect(count(['--rule', 'code-drift=off'])).toBe(0);
	expect(count(['--rule', 'code-drift=warning'])).toBe(0);
	expect(count([])).toBe(1);
	writeFileSync(
		join(folder, 'parity.config.ts'),
		"export default { source: 'en/{page}', target: '{locale}/{page}', locales: ['fr'], rules: { 'code-drift': 'off' } };\n",
	);
	expect(findings(folder, []).summary.errors).toBe(0);
});

test.each(['', 'null', '[]', '{"stamp":', '{"stamp":"other","pages":{}}', '{"pages":5}'])(
	'a cache that says `%s` says nothing',
	(text) => {
		const { files, own } = corpus(`broken-${text.length}`);
		const folder = folderOf(files);
		const first = findings(folder, inFrench);
		writeFileSync(cacheOf(own)!, text);
		expect(findings(folder, inFrench)).toEqual(first);
		expect(cacheOf(own)).toBeDefined();
	},
);

test('a part of the pages uses what is known, and keeps it', () => {
	const { files, own } = corpus('parts');
	const folder = folderOf(files);
	const part = (more: readonly string[]): JsonReport => findings(folder, [...inFrench, ...more]);
	expect(part(['--shard', '1/2', '--rule', 'list-drift=error']).summary.pages).toBe(30);
	expect(cacheOf(own)).toBeUndefined();
	part([]);
	moveRemembered(own);
	const remembered = [`fr/${own}/remembered.md code-drift`];
	const shards = ['1/2', '2/2'].map((shard) => part(['--shard', shard]));
	expect(shards.flatMap(told)).toEqual(remembered);
	expect(told(part(['en']))).toEqual(remembered);
	expect(told(part([]))).toEqual(remembered);
});

test('few pages are not worth a cache', () => {
	const own = `few-${randomUUID()}`;
	const folder = folderOf({ [`en/${own}.md`]: ENGLISH, [`fr/${own}.md`]: BROKEN });
	expect(findings(folder, inFrench).summary.errors).toBe(1);
	expect(cacheOf(own)).toBeUndefined();
});

test('the text report of a known page is the one that it had', () => {
	const folder = folderOf(corpus('pretty').files);
	const first = parity(folder, ['check', '--format', 'pretty', ...inFrench]);
	expect(first.stdout).toContain('code-drift');
	expect(parity(folder, ['check', '--format', 'pretty', ...inFrench])).toEqual(first);
});

const plan: Plan = {
	...{ folder: '/docs', source: 'en/{page}', target: '{locale}/{page}', today: '2026-11-21' },
	...{ sourceLocale: 'en', locales: [{ tag: 'fr', part: 'fr' }] },
	...{ policy: defaultPolicy, severities: {} },
};
const found = { ruleId: 'code-drift', path: 'fr/a.md' } as Finding;

test('a cache is kept for a plan, and for a day', () => {
	const folder = join(folderOf({}), 'deep/down');
	const cache = openCache(plan, folder)!;
	expect(cache.size).toBe(0);
	cache.replace(new Map([['key', [found]]]));
	const again = openCache(plan, folder)!;
	expect(again.find('key')).toEqual([found]);
	expect(again.find('other')).toBeUndefined();
	// A waiver may have expired.
	expect(openCache({ ...plan, today: '2026-11-22' }, folder)!.size).toBe(0);
	expect(openCache({ ...plan, folder: '/other' }, folder)!.size).toBe(0);
	expect(openCache({ ...plan, severities: { 'code-drift': 'off' } }, folder)!.size).toBe(0);
	const policy = { ...defaultPolicy, typography: true };
	expect(openCache({ ...plan, policy }, folder)!.size).toBe(0);
	expect(openCache({ ...plan, locales: [{ tag: 'fr', part: 'french' }] }, folder)!.size).toBe(0);
});

test('the caches that nobody has used for longest are dropped', () => {
	const folder = folderOf({});
	const cacheAt = (number: number) => openCache({ ...plan, folder: `/docs-${number}` }, folder)!;
	for (let number = 0; number < 25; number++) {
		// Written within one millisecond, all would be of one age.
		for (const name of readdirSync(folder)) {
			const { mtimeMs } = statSync(join(folder, name));
			utimesSync(join(folder, name), mtimeMs / 1000 - 1, mtimeMs / 1000 - 1);
		}
		cacheAt(number).replace(new Map([['key', []]]));
	}
	const sizes = Array.from({ length: 25 }, (_, number) => cacheAt(number).size);
	expect(sizes).toEqual([...Array<number>(5).fill(0), ...Array<number>(20).fill(1)]);
});

test('where nothing can be written, nothing is remembered', () => {
	const folder = join(folderOf({ file: '' }), 'file');
	const cache = openCache(plan, folder)!;
	cache.replace(new Map([['key', [found]]]));
	expect(openCache(plan, folder)!.size).toBe(0);
});

const file = (locale: string, text: string) => ({
	...{ path: `${locale}/a.md`, locale, page: 'a.md', text, digest: hash('sha256', text) },
});
const group: GroupOnDisk = { source: file('en', 'One.'), targets: [file('fr', 'Un.')] };

test.each<[string, GroupOnDisk]>([
	['another source', { ...group, source: file('en', 'Two.') }],
	['no source', { ...group, source: undefined }],
	['another translation', { ...group, targets: [file('fr', 'Deux.')] }],
	['one translation more', { ...group, targets: [...group.targets, file('es', 'Uno.')] }],
	['no translation', { ...group, targets: [] }],
	['the language', { ...group, targets: [{ ...file('fr', 'Un.'), locale: 'fr-CA' }] }],
	['the path', { ...group, targets: [{ ...file('fr', 'Un.'), path: 'fr/b.md' }] }],
	['a defect', { ...group, targets: [{ ...file('fr', 'Un.'), defect: { kind: 'utf-16' } }] }],
	['which is which', { source: file('en', 'Un.'), targets: [file('fr', 'One.')] }],
])('the key of a page tells %s', (_, other) => {
	expect(keyOf(other)).not.toBe(keyOf(group));
	expect(keyOf(structuredClone(other))).toBe(keyOf(other));
});

test('the stamp of the code tells every change of it', () => {
	const folder = folderOf({
		'src/checker/rules/a.ts': 'a',
		'src/corpus/b.ts': 'b',
		'src/cli/c.ts': 'c',
		'node_modules/.package-lock.json': '{}',
	});
	const stamps = new Set([codeStamp(folder)]);
	expect(codeStamp(folder)).toBe([...stamps][0]);
	const inFolder = (name: string): string => join(folder, name);
	const changes = {
		longer: () => {
			writeFileSync(inFolder('src/checker/rules/a.ts'), 'aa');
		},
		saved: () => {
			utimesSync(inFolder('src/cli/c.ts'), 1, 1);
		},
		new: () => {
			writeFileSync(inFolder('src/corpus/new.ts'), '');
		},
		gone: () => {
			rmSync(inFolder('src/corpus/b.ts'));
		},
		installed: () => {
			utimesSync(inFolder('node_modules/.package-lock.json'), 1, 1);
		},
	};
	for (const [name, change] of Object.entries(changes)) {
		change();
		const stamp = codeStamp(folder);
		expect(stamps, name).not.toContain(stamp);
		stamps.add(stamp);
	}
	rmSync(join(folder, 'node_modules/.package-lock.json'));
	expect(codeStamp(folder)).toBeUndefined();
});
