import { expect, test } from 'vitest';
import { parityRules, publishingRules } from '../../src/checker/rules/index.ts';
import { folderOf, parity } from './parity-command.ts';

test.each(['code-drift', 'link-broken', 'page-orphan'])('the help page of %s is printed', (id) => {
	const { status, stdout, stderr } = parity(folderOf({}), ['explain', id]);
	expect(stderr).toBe('');
	expect(status).toBe(0);
	expect(stdout).toMatch(new RegExp(`^# ${id}\n`));
	expect(stdout).toContain('\n## How to mend it\n');
	expect(stdout).toMatch(new RegExp(`\nOn the site: http://localhost:4321/checks/${id}/\n$`));
});

test('without a rule, every rule is listed once', () => {
	const { stdout } = parity(folderOf({}), ['explain']);
	const listed = stdout.match(/^[a-z]+(?:-[a-z]+)+(?= +(?:error|warning) )/gm);
	const rules = new Set([...parityRules, ...publishingRules].map(({ id }) => id));
	expect(listed?.toSorted()).toEqual([...rules].sort());
});

test('a misspelt rule is told with the one that was meant', () => {
	const { status, stderr } = parity(folderOf({}), ['explain', 'link-brocken']);
	expect(status).toBe(2);
	expect(stderr).toBe('parity: There is no rule `link-brocken`.\nDid you mean `link-broken`?\n');
});
