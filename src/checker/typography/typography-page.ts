import type { Document } from '../document/document.ts';
import { partitionPoint } from '../document/partition-point.ts';
import type { Point } from '../place.ts';
import type { Policy } from '../policy.ts';
import type { Remark } from '../rule.ts';
import { findSlips } from './find-slips.ts';
import { lineStarts } from './map-offsets.ts';
import type { Slip } from './slip.ts';

/** A page whose prose was read once, for all rules of typography. */
export interface TypographyPage {
	/**
	 * What a rule has to say: one remark for each line, so that a page full of the same slip does not
	 * bury the rest. It tells the first slip of the line, and mends all of them.
	 */
	remarksOf(ruleId: string): Iterable<Remark>;
}

/**
 * @param original the text of the file, which the parser may have been handed rewritten
 * @param source text of the source page, empty where there is none
 */
export function readTypography(
	file: Document,
	original: string,
	{ translatedKeys }: Policy,
	source = '',
): TypographyPage {
	const slips = findSlips(file, original, translatedKeys, source).sort((a, b) => a.from - b.from);
	const starts = slips.length > 0 ? lineStarts(original) : [];
	const pointAt = (offset: number): Point => {
		const line = partitionPoint(starts, (start) => start <= offset);
		return { line, column: offset - starts[line - 1]! + 1 };
	};
	return {
		*remarksOf(ruleId) {
			const lines = Map.groupBy(
				slips.filter((slip) => slip.ruleId === ruleId),
				({ from }) => pointAt(from).line,
			);
			for (const slipsOfLine of lines.values()) {
				const first = slipsOfLine.find(isCertain) ?? slipsOfLine[0]!;
				const replacements = slipsOfLine.flatMap((slip) => slip.replacements);
				yield {
					file,
					messageId: first.messageId,
					data: first.data,
					range: { start: pointAt(first.from), end: pointAt(first.to) },
					...(replacements.length > 0 ? { replacements } : { isFixable: false }),
				};
			}
		},
	};
}

function isCertain({ replacements }: Slip): boolean {
	return replacements.length > 0;
}
