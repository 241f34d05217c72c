import { expect, test } from 'vitest';
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
	test.each(rows)('%s (%s)', async (_, language, source, target, verdict) => {
		const [before, after] = [source, target].map((code) => ({ language, meta: '', code }));
		const there = await grammars.use((found) => compareCode(before!, after!, found));
		const back = await grammars.use((found) => compareCode(after!, before!, found));
		expect([there.verdict, back.verdict]).toEqual([verdict, verdict]);
		const kinds = there.hunks.map(({ kind }) => kind as CodeVerdict);
		if (verdict === 'same' || verdict === 'comments') expect(kinds).toEqual([]);
		else expect(kinds).toContain(verdict);
	});
}
