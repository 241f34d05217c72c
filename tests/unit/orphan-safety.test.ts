import { expect, test } from 'vitest';
import { createChecker } from '../../src/checker/check.ts';
import type { Finding } from '../../src/checker/finding.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';
import { findings, FOLDERS, folderOf, FRENCH, told } from './parity-command.ts';

const checker = createChecker({
	sourceLocale: 'en',
	tags: (locale) => [locale.toLowerCase()],
	policy: defaultPolicy,
	severities: {},
	today: '2026-11-21',
});

/** What is told about a translation that has no source. */
function checkOrphan(text: string, page = 'orders.md'): Promise<Finding[]> {
	const file = { path: `fr/${page}`, page, locale: 'fr', text };
	return checker.checkPage({ source: undefined, targets: [file] });
}

test.each([
	['<script>pay()</script>', 'unsafe-html', 'md'],
	['<p onclick="pay()">Payez</p>', 'unsafe-html', 'md'],
	['<iframe src="https://orders.example"></iframe>', 'unsafe-html', 'md'],
	['[Payez](javascript:pay())', 'unsafe-link', 'md'],
	['![Payez](data:text/html;base64,AAAA)', 'unsafe-link', 'md'],
	['`pay\u202e(order)`', 'unsafe-characters', 'md'],
	['Payez \u202esedrocca', 'unsafe-characters', 'md'],
	["import { pay } from './pay.js'", 'unsafe-mdx', 'mdx'],
	['export const paid = pay()', 'unsafe-mdx', 'mdx'],
	['Payez {pay()} ici', 'unsafe-mdx', 'mdx'],
	['<Card total={pay()} />', 'unsafe-mdx', 'mdx'],
])('%j is unsafe in a page without a source', async (text, ruleId, extension) => {
	const page = `orders.${extension}`;
	const found = await checkOrphan(`# Commandes\n\nElles sont gardées.\n\n${text}\n`, page);
	expect(found.map((finding) => [finding.ruleId, finding.range?.start.line])).toEqual([
		[ruleId, 5],
	]);
	// There is no source to point to.
	expect(found[0]!.source).toBeUndefined();
});

test('nothing else is told, and nothing is waived', async () => {
	expect(await checkOrphan(FRENCH)).toEqual([]);
	expect(await checkOrphan('<div align="center"><img src="logo.png"></div>\n')).toEqual([]);
	const waived =
		'<!-- parity-ignore unsafe-html: nous en avons besoin -->\n\n<script>pay()</script>\n';
	expect((await checkOrphan(waived)).map(({ ruleId }) => ruleId)).toEqual(['unsafe-html']);
});

test('the command tells it beside the orphan itself', () => {
	const folder = folderOf({ 'en/take.md': '', 'fr/pay.md': '<script>pay()</script>\n' });
	const report = findings(folder, [...FOLDERS, '--locales', 'fr', '--rule', 'page-missing=off']);
	expect(told(report)).toEqual(['fr/pay.md page-orphan', 'fr/pay.md unsafe-html']);
});
