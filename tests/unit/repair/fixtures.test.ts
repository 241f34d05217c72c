import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createChecker } from '../../../src/checker/check.ts';
import type { Finding } from '../../../src/checker/finding.ts';
import { defaultPolicy, type Policy } from '../../../src/checker/policy.ts';
import { createRepairer, type RepairedPage } from '../../../src/checker/repair/repair-page.ts';
import { findPages } from '../../../src/corpus/find-pages.ts';
import { parsePattern } from '../../../src/corpus/page-pattern.ts';
import { readSourceFile } from '../../../src/corpus/read-source-file.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/parity');
const locales = [
	{ tag: 'fr', part: 'fr' },
	{ tag: 'pt-BR', part: 'pt-br' },
	{ tag: 'es', part: 'es' },
];

/** Warnings that a repair may bring to light: what came from the source is to be translated. */
const REVEALED = /^(?:untranslated-(?:comment|text)|code-strings)$/;

async function repairAll(name: string, ruleIds?: ReadonlySet<string>): Promise<RepairedPage[]> {
	const folder = join(fixtures, name);
	const own = join(folder, 'policy.json');
	const policy = existsSync(own) ? (JSON.parse(readFileSync(own, 'utf8')) as Partial<Policy>) : {};
	const tags = (locale: string): string[] => [locale.toLowerCase(), locale.slice(0, 2)];
	const checker = createChecker({
		...{ sourceLocale: 'en', tags, severities: {}, today: '2026-11-21' },
		policy: { ...defaultPolicy, ...policy },
	});
	const repairer = createRepairer({ checker, tags, takesStrings: false, ruleIds });
	const here = locales.filter(({ part }) => existsSync(join(folder, part)));
	const [source, target] = [parsePattern('en/{page}'), parsePattern('{locale}/{page}')];
	const found = findPages(folder, source, target, here);
	const pages: RepairedPage[] = [];
	for (const { tag, part } of here)
		for (const page of found.targets.get(tag)!) {
			const read = (path: string, locale: string) =>
				readSourceFile(join(folder, path), { path, locale, page });
			const english = found.source.includes(page) ? read(source.path(page, ''), 'en') : undefined;
			const file = read(target.path(page, part), tag);
			if (file.defect) continue;
			const once = await repairer.repairPage(english, file);
			const twice = await repairer.repairPage(english, { ...file, text: once.text });
			expect(twice.text, `${file.path} is repaired at once`).toBe(once.text);
			pages.push(once);
		}
	return pages;
}

test.each(readdirSync(fixtures))(
	'%s: what is fixable is fixed, and nothing breaks',
	async (name) => {
		for (const { before, left } of await repairAll(name)) {
			expect(left.filter(({ isFixable }) => isFixable).map(key)).toEqual([]);
			const known = before.map(key);
			const fresh = left.filter((finding) => !known.includes(key(finding)));
			expect(fresh.filter(({ ruleId }) => !REVEALED.test(ruleId)).map(key)).toEqual([]);
			const mended = before.filter(({ isFixable }) => isFixable);
			expect(left.length).toBeLessThanOrEqual(before.length - mended.length + fresh.length);
		}
	},
);

/** What a finding says, without its lines. */
function key({ path, ruleId, messageId, data }: Finding): string {
	return `${path} ${ruleId} ${messageId} ${JSON.stringify(data)}`;
}
