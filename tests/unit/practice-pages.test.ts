import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePage } from '../../src/checker/page.ts';

const CONTENT = resolve(import.meta.dirname, '../../content/en');
const CHAPTERS = ['going-to-production', 'containers', 'observability', 'reliability', 'security'];

/** Headings of every practice page, in this order; only the checklist may be missing. */
const SECTIONS = [
	'In short',
	'What breaks without it',
	'How it works',
	'Avoid',
	'Prefer',
	'Trade-offs and exceptions',
	'How to check',
	'Related practices',
	'Sources',
];
const OPTIONAL = 'Checklist';

const pages = globSync(`{${CHAPTERS.join(',')}}/*.md`, { cwd: CONTENT })
	.filter((path) => !path.endsWith('index.md'))
	.map((path) => path.replaceAll('\\', '/'))
	.sort()
	.map((path) => ({ path, ...read(path) }));

test('the handbook has its 24 practices', () => {
	expect(pages).toHaveLength(24);
});

test('a number and its unit stay on one line, on every English page', () => {
	const parted = globSync('**/*.md', { cwd: CONTENT }).flatMap((path) => {
		const prose = readFileSync(join(CONTENT, path), 'utf8')
			.replace(/^(`{3,})[^]*?^\1/gm, '')
			.replace(/`[^`\n]*`/g, '`');
		return [...prose.matchAll(PARTED)].map(([quantity]) => `${path}: ${quantity}`);
	});
	expect(parted).toEqual([]);
});

/** A translation gets a finding for it; English, which is no translation, has this test. */
const PARTED = /\d[ \n]+(?:%|[µmn]?s|min|h|[kMG]?B|[KMG]iB|G?Hz)(?!\w)/g;

describe.each(pages)('$path', ({ page, sections }) => {
	test('says what every practice says of itself', () => {
		const { description, ...data } = page.frontMatter.data;
		expect(String(description).length).toBeLessThanOrEqual(160);
		expect(Object.keys(data).sort()).toEqual(
			['difficulty', 'lastReviewed', 'nodeVersions', 'order', 'tags'].sort(),
		);
	});

	test('has the sections of every practice, in order', () => {
		expect([...sections.keys()].filter((name) => name !== OPTIONAL)).toEqual(SECTIONS);
	});

	test('keeps to the limits that make it quick to read', () => {
		expect(words(sections.get('In short')!)).toBeLessThanOrEqual(80);
		expect(words(sections.get('How it works')!)).toBeLessThanOrEqual(200);
		const related = sections.get('Related practices')!.match(/^- \[/gm) ?? [];
		expect(related.length).toBeGreaterThanOrEqual(2);
		expect(related.length).toBeLessThanOrEqual(5);
		expect(sections.get('Sources')).toMatch(/^- \[/m);
		expect(sections.get('How to check')).toMatch(/^```/m);
	});

	test('marks wrong code as wrong, and keeps samples short', () => {
		const avoid = fences(sections.get('Avoid')!);
		const prefer = fences(sections.get('Prefer')!);
		expect(avoid.length).toBeGreaterThan(0);
		expect(prefer.length).toBeGreaterThan(0);
		for (const { first, lines } of avoid) {
			expect(first).toMatch(/^(?:\/\/|#|;) Wrong\b[^:]*: /);
			expect(lines).toBeLessThanOrEqual(15);
		}
		for (const { lines } of prefer) expect(lines).toBeLessThanOrEqual(40);
	});
});

function read(path: string) {
	const text = readFileSync(join(CONTENT, path), 'utf8');
	const page = parsePage({ path: `content/en/${path}`, locale: 'en', page: path, text });
	const tops = page.headings.filter(({ depth }) => depth === 2);
	const sections = new Map(
		tops.map((heading, at) => [heading.text, text.slice(heading.span.to, tops[at + 1]?.span.from)]),
	);
	return { page, sections };
}

/** Words of running text: no code, no tables, no pictures. */
function words(section: string): number {
	const prose = section.replace(/^```[^]*?^```/gm, '').replace(/^\|.*$/gm, '');
	return prose.match(/[\p{L}\p{N}](?:[^\s]*[\p{L}\p{N}])?/gu)?.length ?? 0;
}

function fences(section: string): { first: string; lines: number }[] {
	return [...section.matchAll(/^```(?!mermaid|text)[^\n]*\n([^]*?)^```/gm)].map(
		([, code = '']) => ({
			first: code.split('\n', 1)[0]!,
			lines: code.trimEnd().split('\n').length,
		}),
	);
}
