import type { Finding } from '../../src/checker/finding.ts';
import type { Report } from '../../src/checker/report.ts';

const page = 'orders/take.md';
const path = `content/fr/${page}`;
const source = `content/en/${page}`;

/** A finding about a page of orders, at its line or about the whole file. */
export function finding(own: Partial<Finding> & Pick<Finding, 'ruleId' | 'messageId'>): Finding {
	return { data: {}, severity: 'error', locale: 'fr', page, path, ...own };
}

/** One line of a file, `columns` from `start` up to, not including, `end`. */
export function range(line: number, [start, end]: readonly [number, number], endLine = line) {
	return { start: { line, column: start }, end: { line: endLine, column: end } };
}

/** A report of some findings; a run over five pages in three languages. */
export function reportOf(findings: readonly Finding[], baselined?: number): Report {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	return {
		findings,
		summary: { pages: 5, pairs: 15, errors, warnings: findings.length - errors },
		...(baselined !== undefined && { baselined }),
	};
}

const utf16 = finding({
	ruleId: 'file-unreadable',
	messageId: 'utf-16',
	fingerprint: '0a1b2c',
});

const lostAwait = finding({
	ruleId: 'code-drift',
	messageId: 'changed',
	data: { expected: 'const order = await save(draft);', found: 'const order = save(draft);' },
	range: range(19, [1, 2], 24),
	source: { path: source, range: range(17, [1, 2], 23) },
	isFixable: true,
	fingerprint: '3d4e5f',
	differences: [
		{
			expected: ['\tconst order = await save(draft);'],
			found: ['\tconst order = save(draft);'],
			line: 19,
		},
		{
			expected: ['\tawait announce(order);', '\tawait bill(order);', '\tawait pack(order);'],
			found: [],
			line: 22,
		},
		{
			expected: [
				...['app.listen(8080);', 'app.use(orders);', 'app.use(uploads);', 'app.use(sessions);'],
				...['app.use(health);', 'app.use(metrics);', 'app.use(errors);'],
			],
			found: ['app.listen(3000);', 'app.use(commandes);', 'app.use(envois);'],
			line: 24,
		},
		{ expected: ['server.unref();'], found: ['server.ref();'], line: 40 },
	],
});

const link = finding({
	ruleId: 'link-drift',
	messageId: 'changed',
	severity: 'warning',
	data: { expected: '../uploads/limits.md', found: '../uploads/limites.md' },
	range: range(31, [12, 48]),
	source: { path: source, range: range(30, [10, 45]) },
	isFixable: true,
	fingerprint: '6a7b8c',
});

const missing = finding({
	ruleId: 'page-missing',
	messageId: 'missing',
	data: { page: 'sessions/é t%23#é🧺.md', locale: 'pt-BR' },
	locale: 'pt-BR',
	page: 'sessions/é t%23#é🧺.md',
	path: 'content/pt-br/sessions/é t%23#é🧺.md',
	source: { path: 'content/en/sessions/é t%23#é🧺.md' },
	isFileMissing: true,
	fingerprint: '9d0e1f',
});

/** Text of a page whose author wishes the reader ill, for each of the formats. */
export const HOSTILE =
	'\u001b[2J\u202e\u200b\r\n::error::50% | <img src=x> @octocat #1 [a](http://x.test) *b* www.x.test';

const hostile = finding({
	ruleId: 'code-unknown-language',
	messageId: 'unknown',
	severity: 'warning',
	data: { language: HOSTILE },
	locale: 'pt-BR',
	page: 'a, b:c|`d`.md',
	path: 'content/pt-br/a, b:c|`d`.md',
	range: range(3, [4, 9]),
	isFixable: false,
});

/** Every kind of finding: whole file, code, one line, missing file, and text that wishes us ill. */
export const report: Report = reportOf([utf16, lostAwait, link, hostile, missing], 2);

/** Where the handbook says more about a rule. */
export function helpAddress(ruleId: string): string {
	return `https://handbook.test/checks/${ruleId}/`;
}
