import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describe as sentence } from '../../src/checker/describe.ts';
import type { Finding } from '../../src/checker/finding.ts';
import { defaultPolicy, type Policy } from '../../src/checker/policy.ts';
import { parityRules } from '../../src/checker/rules/index.ts';
import { checkCorpus } from '../../src/cli/check-corpus.ts';

const fixtures = join(import.meta.dirname, '../fixtures/parity');
const cases = readdirSync(fixtures);
const locales = [
	{ tag: 'fr', part: 'fr' },
	{ tag: 'pt-BR', part: 'pt-br' },
	{ tag: 'es', part: 'es' },
];

const known = new Map<string, Promise<readonly Finding[]>>();

/** What the checker says about the languages that a fixture has, each fixture checked once. */
function findingsIn(name: string): Promise<readonly Finding[]> {
	let findings = known.get(name);
	if (!findings) known.set(name, (findings = check(join(fixtures, name))));
	return findings;
}

async function check(folder: string): Promise<readonly Finding[]> {
	const { findings } = await checkCorpus({
		...{ folder, source: 'en/{page}', target: '{locale}/{page}', sourceLocale: 'en' },
		locales: locales.filter(({ part }) => existsSync(join(folder, part))),
		policy: { ...defaultPolicy, ...readPolicy(join(folder, 'policy.json')) },
		...{ severities: {}, today: '2026-11-21' },
	});
	return findings;
}

/** What a fixture decides otherwise than the checker does by itself. */
function readPolicy(file: string): Partial<Policy> {
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Policy>) : {};
}

/** One line for each finding, as in `findings.txt`: place, rule, severity, sentences, source. */
function line(finding: Finding): string {
	const { ruleId, severity, source } = finding;
	const origin = source ? ` (source ${place(source)})` : '';
	return `${place(finding)} ${ruleId} ${severity}: ${sentence(finding)}${origin}\n`;
}

function place({ path, range }: Pick<Finding, 'path' | 'range'>): string {
	if (!range) return path;
	const { start, end } = range;
	return `${path}:${start.line}:${start.column}-${end.line}:${end.column}`;
}

test.each(cases)('%s', async (name) => {
	const found = (await findingsIn(name)).map(line).join('');
	if (name.endsWith('silent')) expect(found).toBe('');
	else expect(found).toBe(readFileSync(join(fixtures, name, 'findings.txt'), 'utf8'));
});

test('every message of every parity rule is spoken in a fixture', async () => {
	const spoken = new Set<string>();
	for (const name of cases)
		for (const { ruleId, messageId } of await findingsIn(name))
			spoken.add(`${ruleId}/${messageId}`);
	const silent = parityRules.flatMap(({ id, messages }) =>
		Object.keys(messages)
			.map((messageId) => `${id}/${messageId}`)
			.filter((key) => !spoken.has(key)),
	);
	expect(silent).toEqual([
		// A file without permissions cannot be kept in a repository: see read-corpus.test.ts.
		'file-unreadable/unreadable',
		// What only our own site refuses: see publishing.test.ts.
		'frontmatter-invalid/toml',
		'frontmatter-invalid/value',
	]);
});

test('no sentence keeps a placeholder', async () => {
	for (const name of cases)
		for (const finding of await findingsIn(name))
			expect(sentence(finding)).not.toMatch(/(?<![$`{])\{[a-z]+\}/);
});
