import { partitionPoint } from './document/partition-point.ts';
import type { Finding } from './finding.ts';
import { isWaivable, type Waiver } from './waivers.ts';

/**
 * Tells which findings waivers cover; those about safety are never covered. A page may have as many
 * of one as of the other, so that comparing each with each is out of the question.
 */
export function createCoverage(waivers: readonly Waiver[]): (finding: Finding) => boolean {
	const byRule = new Map<string, Pick<Waiver, 'firstLine' | 'lastLine'>[]>();
	for (const { ruleIds, reason, firstLine, lastLine } of waivers)
		for (const ruleId of ruleIds)
			if (reason !== '' && isWaivable(ruleId)) {
				const ranges = byRule.get(ruleId) ?? [];
				byRule.set(ruleId, ranges);
				ranges.push({ firstLine, lastLine });
			}
	for (const ranges of byRule.values()) {
		ranges.sort((a, b) => a.firstLine - b.firstLine);
		// As far as any of those up to here reaches.
		let reach = 0;
		for (const [index, { firstLine, lastLine }] of ranges.entries())
			ranges[index] = { firstLine, lastLine: (reach = Math.max(reach, lastLine)) };
	}
	return ({ ruleId, range }) => {
		const ranges = byRule.get(ruleId);
		if (!ranges) return false;
		const line = range?.start.line;
		if (line === undefined) return true;
		const before = partitionPoint(ranges, ({ firstLine }) => firstLine <= line);
		return before > 0 && ranges[before - 1]!.lastLine >= line;
	};
}

/** Tells which waivers cover at least one of the findings, by a rule that they name. */
export function createUse(
	findings: readonly Finding[],
): (waiver: Waiver, ruleId: string) => boolean {
	const linesByRule = new Map<string, number[]>();
	for (const { ruleId, range } of findings) {
		const lines = linesByRule.get(ruleId) ?? [];
		linesByRule.set(ruleId, lines);
		lines.push(range?.start.line ?? 0);
	}
	for (const lines of linesByRule.values()) lines.sort((a, b) => a - b);
	return ({ firstLine, lastLine }, ruleId) => {
		const lines = linesByRule.get(ruleId);
		if (!lines) return false;
		// Line 0 is that of findings about a whole page, which any waiver covers.
		if (lines[0] === 0) return true;
		const next = lines[partitionPoint(lines, (line) => line < firstLine)];
		return next !== undefined && next <= lastLine;
	};
}
