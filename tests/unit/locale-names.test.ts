import { expect, test } from 'vitest';
import { createChecker } from '../../src/checker/check.ts';
import { localeNames } from '../../src/checker/locale-names.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';

test.each([
	['fr', undefined, ['fr']],
	['fr', 'French', ['fr', 'french']],
	['pt-BR', 'pt-br', ['pt-br', 'pt_br', 'pt', 'br']],
	['zh-Hant-TW', undefined, ['zh-hant-tw', 'zh_hant_tw', 'zh', 'tw', 'zh-hant', 'zh-tw']],
	['zh-Hans', undefined, ['zh-hans', 'zh_hans', 'zh', 'cn', 'zh-cn']],
	['zh-TW', undefined, ['zh-tw', 'zh_tw', 'zh', 'tw', 'zh-hant']],
	['ja', 'ja', ['ja', 'jp']],
	['es-419', undefined, ['es-419', 'es_419', 'es']],
])('%s with the part %s', (tag, part, names) => {
	expect(localeNames(tag, part)).toEqual(names);
});

test('zh-TW: another site may name its edition by the script', async () => {
	const english = '# 1\n\nRead [this](https://kitchen.example/en-US/guide).\n';
	const chinese = (edition: string) =>
		`# 1\n\n请看[这个](https://kitchen.example/${edition}/guide)。\n`;
	const checkerOf = (tags: readonly string[]) =>
		createChecker({
			...{ sourceLocale: 'en', policy: defaultPolicy, severities: {}, today: '2026-11-21' },
			tags: (locale) => (locale === 'en' ? ['en'] : tags),
		});
	const told = async (edition: string) => {
		const findings = await checkerOf(localeNames('zh-TW', undefined)).checkPage({
			source: { path: 'en/a.md', page: 'a.md', locale: 'en', text: english },
			targets: [{ path: 'zh-TW/a.md', page: 'a.md', locale: 'zh-TW', text: chinese(edition) }],
		});
		return findings.map(({ ruleId }) => ruleId);
	};
	expect(await told('zh-Hant')).toEqual([]);
	expect(await told('ja')).toEqual(['link-drift']);
});
