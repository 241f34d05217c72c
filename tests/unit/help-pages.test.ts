import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parityRules, publishingRules } from '../../src/checker/rules/index.ts';
import { locales } from '../../src/locales.ts';
import { readExample, runExample } from './help-example.ts';
import { wordsAbout } from './help-messages.ts';

const content = join(import.meta.dirname, '../../content');
const pageOf = (folder: string, name: string): string =>
	join(content, folder, 'checks', `${name}.md`);

/** Some rules hold for parity and for the build. */
const rules = new Map([...parityRules, ...publishingRules].map((rule) => [rule.id, rule]));

describe.each(
	[...rules.values()].map(({ id, severity, messages }) => ({ id, severity, messages })),
)('the help page of $id', ({ id, severity, messages }) => {
	test('exists in every language', () => {
		for (const { folder } of locales)
			expect(existsSync(pageOf(folder, id)), `${folder}/${id}`).toBe(true);
	});

	test('is in the overview of every language', () => {
		for (const { folder } of locales)
			expect(readFileSync(pageOf(folder, 'index'), 'utf8')).toContain(`[${id}](${id}.md)`);
	});

	test('has the headings of all help pages, and tells the severity', () => {
		const page = readFileSync(pageOf('en', id), 'utf8');
		const prose = page.replace(/^(`{3,})[^`][\s\S]*?^\1$/gm, '');
		expect(prose.match(/^#+ .*$/gm)).toEqual([
			`# ${id}`,
			'## What it finds',
			'## Why it matters',
			'## Example',
			'## How to mend it',
			'## When to switch it off',
		]);
		expect(prose).toContain(severity === 'error' ? 'It is an error.' : 'It is a warning.');
	});

	test('tells of every message of the rule', () => {
		const page = readFileSync(pageOf('en', id), 'utf8').replace(/\s+/g, ' ');
		const about = wordsAbout[id] ?? {};
		const kinds = Object.keys(messages).map((messageId) =>
			messageId.replace(/-(?:several|nearest|with-subsections?)$/, ''),
		);
		expect(Object.keys(about).sort()).toEqual([...new Set(kinds)].sort());
		for (const words of Object.values(about)) expect(page).toContain(words);
	});

	// Bytes that are no text cannot be shown on a page.
	test.skipIf(id === 'file-unreadable')('shows what is really printed', async () => {
		const example = readExample(readFileSync(pageOf('en', id), 'utf8'));
		const printed = await runExample(example);
		const spoken = new Set(printed.match(/(?<=\s\s)[a-z]+(?:-[a-z]+)+$/gm));
		expect([...spoken]).toEqual([id]);
		for (const { folder } of locales) {
			const { output } = readExample(readFileSync(pageOf(folder, id), 'utf8'));
			expect(output?.text, folder).toBe(printed);
		}
	});
});

test('the overview of every language leads to each rule that only a build knows', () => {
	const ofTheBuild = publishingRules.filter(
		({ id }) => !parityRules.some((rule) => rule.id === id),
	);
	for (const { folder } of locales) {
		const overview = readFileSync(pageOf(folder, 'index'), 'utf8');
		for (const { id } of ofTheBuild) expect(overview, folder).toContain(`[${id}](${id}.md)`);
	}
});
