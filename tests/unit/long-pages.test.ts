import { expect, test } from 'vitest';
import { createChecker } from '../../src/checker/check.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';

const checker = createChecker({
	sourceLocale: 'en',
	tags: (locale) => [locale.toLowerCase()],
	policy: defaultPolicy,
	severities: {},
	today: '2026-11-21',
});

/** A reference of so many parts of one form that its blocks cannot all be compared with each other. */
const STATIONS = Array.from({ length: 120 }, (_, index) => index + 1);

const source = STATIONS.map(
	(id) => `## Station ${id}

Orders are taken here, one after the other.

Whoever waits outside is told how long it takes.

### Options

| Option | Default |
| --- | --- |
| \`limit_${id}\` | \`${id}\` |
`,
).join('\n');

const target = STATIONS.map(
	(id) => `## Poste ${id}

On y reçoit les commandes, l’une après l’autre.

À qui attend dehors, on dit combien de temps il faut.

### Réglages

| Réglage | Valeur |
| --- | --- |
| \`limit_${id}\` | \`${id}\` |
`,
).join('\n');

async function check(text: string): Promise<string[]> {
	const findings = await checker.checkPage({
		source: { path: 'en/stations.md', page: 'stations.md', locale: 'en', text: source },
		targets: [{ path: 'fr/stations.md', page: 'stations.md', locale: 'fr', text }],
	});
	return findings.map(
		({ ruleId, range, source: at }) =>
			`${range?.start.line} ${ruleId} ${at?.range?.start.line ?? ''}`,
	);
}

test('a heading that is gone is told by itself', async () => {
	expect(await check(target)).toEqual([]);
	expect(await check(target.replace('## Poste 60\n\n', ''))).toEqual(['709 heading-missing 709']);
	const part = target.lastIndexOf('### Réglages', target.indexOf('## Poste 61'));
	const without = target.slice(0, part) + target.slice(part + '### Réglages\n\n'.length);
	expect(await check(without)).toEqual(['715 heading-missing 715']);
});

test('a part that is gone is told by itself', async () => {
	const from = target.lastIndexOf('### Réglages', target.indexOf('## Poste 61'));
	const without = target.slice(0, from) + target.slice(target.indexOf('## Poste 61'));
	expect(await check(without)).toEqual(['715 section-missing 715']);
});
