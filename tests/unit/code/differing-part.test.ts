import { expect, test } from 'vitest';
import { compareCode } from '../../../src/checker/code/compare-code.ts';
import { createGrammars } from '../../../src/checker/code/grammars.ts';

const grammars = createGrammars();

/** Some 200 kB of Python, with lines of its own in the middle. */
function long(...middle: readonly string[]): string {
	const lines = Array.from({ length: 5000 }, (_, i) => `store.add("order", key=${i}, kept=True)`);
	return lines.toSpliced(2500, 0, ...middle).join('\n');
}

function compare(source: string, target: string, language = 'python') {
	const block = { language, meta: '' };
	return grammars.use((found) =>
		compareCode({ ...block, code: source }, { ...block, code: target }, found),
	);
}

test('of long code the part that differs is read by its grammar', async () => {
	const source = long('"""', 'Keeps the order', '"""', 'keep(order)  # once');
	const translated = long('"""', 'Garde la commande', '"""', 'keep(order)  # une fois');
	expect(await compare(source, translated)).toEqual({ verdict: 'comments', hunks: [] });
});

test.each([
	['changed', ['keep(order)'], ['drop(order)'], 2500, 2500],
	['added', [], ['drop(order)'], 2500, 2500],
	['dropped', ['keep(order)'], [], 2500, 2500],
])('a line that was %s is told at its place', async (_, before, after, sourceLine, targetLine) => {
	const hunk = { kind: 'code', sourceLine, sourceLines: before, targetLine, targetLines: after };
	expect(await compare(long(...before), long(...after))).toEqual({
		verdict: 'code',
		hunks: [hunk],
	});
});

test('differences that lie far apart are told at both places', async () => {
	const [source, target] = [long(), long()].map((code) => code.split('\n')) as [string[], string[]];
	target[3] = 'drop(order)';
	target[4990] = 'drop(store)';
	const { verdict, hunks } = await compare(source.join('\n'), target.join('\n'));
	expect(verdict).toBe('code');
	expect(hunks.map(({ sourceLine, targetLine }) => [sourceLine, targetLine])).toEqual([
		[3, 3],
		[4990, 4990],
	]);
});

test.each(['console', 'diff', 'text', '', 'js', 'nonsense'])(
	'long code that differs throughout is never the same: %s',
	async (language) => {
		const lines = Array.from({ length: 5000 }, (_, i) => `$ keep --order ${i} --store kept-${i}`);
		const other = lines.map((line) => line.replace('keep', 'drop').replace('kept', 'lost'));
		const { verdict, hunks } = await compare(lines.join('\n'), other.join('\n'), language);
		expect(['strings', 'code']).toContain(verdict);
		expect(hunks[0]).toMatchObject({ sourceLine: 0, targetLine: 0 });
	},
);
