import { beforeAll, expect, test } from 'vitest';
import { compareCode, type CodeVerdict } from '../../../src/checker/code/compare-code.ts';
import { createGrammars } from '../../../src/checker/code/grammars.ts';

export type Row = readonly [
	claim: string,
	language: string | undefined,
	source: string,
	target: string,
	verdict: CodeVerdict,
];

/** Makes a test of each row; what is lost in one direction is new in the other, and as grave. */
export function testVerdicts(rows: readonly Row[]): void {
	const grammars = createGrammars();
	beforeAll(() => grammars.load(rows.map(([, language]) => language)));

	test.each(rows)('%s (%s)', (_, language, source, target, verdict) => {
		const [before, after] = [source, target].map((code) => ({ language, meta: '', code }));
		const there = compareCode(before!, after!, grammars);
		const back = compareCode(after!, before!, grammars);
		expect([there.verdict, back.verdict]).toEqual([verdict, verdict]);
		const kinds = there.hunks.map(({ kind }) => kind as CodeVerdict);
		if (verdict === 'same' || verdict === 'comments') expect(kinds).toEqual([]);
		else expect(kinds).toContain(verdict);
	});
}
