import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/checker/finding.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';
import { checkCorpus } from '../../src/cli/check-corpus.ts';

const shared = join(import.meta.dirname, '../../../shared');
const isAbsent = !existsSync(join(shared, 'seeds'));
const note = isAbsent ? ' (skipped: ../shared is absent)' : '';

const plan = {
	...{ sourceLocale: 'en', policy: defaultPolicy, severities: {}, today: '2026-11-21' },
	...{ source: 'en/{page}', target: '{locale}/{page}' },
};

function lines(findings: readonly Finding[]): string[] {
	return findings.map(
		({ locale, ruleId, range }) => `${locale} ${ruleId} ${range?.start.line ?? 'file'}`,
	);
}

describe.skipIf(isAbsent)(`the founding documents${note}`, () => {
	test('French is clean, the others have drifted code, Spanish is partly English', async () => {
		const locales = [
			{ tag: 'fr', part: 'fr' },
			{ tag: 'pt-BR', part: 'pt-br' },
			{ tag: 'es', part: 'es' },
		];
		const folder = join(shared, 'seeds/content');
		const { findings } = await checkCorpus({ ...plan, folder, locales });
		expect(lines(findings)).toEqual([
			'es untranslated-text 14',
			'es untranslated-comment 17',
			'es code-drift 18',
			'es untranslated-text 36',
			'es untranslated-text 38',
			'es untranslated-text 39',
			'pt-BR code-drift 19',
		]);
		for (const { ruleId, data, differences = [] } of findings)
			if (ruleId === 'untranslated-comment') expect(data.count).toBe('4');
			else if (ruleId === 'code-drift') {
				const found = differences.flatMap((difference) => difference.found).join('\n');
				expect(found.match(/^var /gm)).toHaveLength(3);
				expect(found).toMatch(/\bfunction\b/);
			}
	});

	test('a page without any markup in place of a translation lacks its headings and its code', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'founding-'));
		try {
			for (const [from, locale] of [
				['001_273de4bb0f61d19d.txt', 'en'],
				['000_7f2710416e3a0fa3.txt', 'fr'],
			] as const) {
				mkdirSync(join(folder, locale));
				copyFileSync(join(shared, 'seeds', from), join(folder, locale, 'page.md'));
			}
			const locales = [{ tag: 'fr', part: 'fr' }];
			const { findings } = await checkCorpus({ ...plan, folder, locales });
			const rules = new Set(findings.map(({ ruleId }) => ruleId));
			expect([...rules].sort()).toEqual([
				'heading-missing',
				'section-missing',
				'untranslated-text',
			]);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

describe.skipIf(isAbsent)(`documentation of others${note}`, () => {
	test('what is known to have drifted is found, and nothing stops the run', async () => {
		const locales = [
			{ tag: 'fr', part: 'french' },
			{ tag: 'pt-BR', part: 'brazilian-portuguese' },
		];
		const { findings, pages, pairs } = await checkCorpus({
			...plan,
			folder: join(shared, 'corpora/nodebestpractices'),
			...{ source: 'sections/{page}.md', target: 'sections/{page}.{locale}.md', locales },
		});
		expect([pages, pairs]).toEqual([94, 143]);
		const told = (page: string, ruleId: string): string[] =>
			findings
				.filter((finding) => finding.page.endsWith(page) && finding.ruleId === ruleId)
				.map(({ locale }) => locale);
		expect(new Set(told('limitrequests', 'code-drift'))).toEqual(new Set(['fr', 'pt-BR']));
		expect(told('logrouting', 'code-drift')).toContain('pt-BR');
		expect(told('separateexpress', 'page-orphan').sort()).toEqual(['fr', 'pt-BR']);
		expect(told('citools', 'page-orphan').sort()).toEqual(['fr', 'pt-BR']);
		expect(told('bcryptpasswords', 'page-orphan')).toEqual(['pt-BR']);
	});
});
