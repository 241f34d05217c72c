import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parityRules } from '../../src/checker/rules/index.ts';
import { locales } from '../../src/locales.ts';
import { readExample, runExample } from './help-example.ts';

const content = join(import.meta.dirname, '../../content');
const pageOf = (folder: string, ruleId: string): string =>
	join(content, folder, 'checks', `${ruleId}.md`);

describe.each(parityRules.map(({ id, severity }) => ({ id, severity })))(
	'the help page of $id',
	({ id, severity }) => {
		test('exists in every language', () => {
			for (const { folder } of locales)
				expect(existsSync(pageOf(folder, id)), `${folder}/${id}`).toBe(true);
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

		// Bytes that are no text cannot be shown on a page.
		test.skipIf(id === 'file-unreadable')('shows what the checker really prints', async () => {
			const example = readExample(readFileSync(pageOf('en', id), 'utf8'));
			const printed = await runExample(example);
			expect(example.output?.text).toBe(printed);
			const spoken = new Set(printed.match(/(?<=\s\s)[a-z]+(?:-[a-z]+)+$/gm));
			expect([...spoken]).toEqual([id]);
		});
	},
);
