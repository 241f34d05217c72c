import type { ProseRun } from './prose-run.ts';
import { quotationPairs, straightPairs, withinPairs } from './quotation-pairs.ts';

/** Whether the character at an index is quoted or in italics: spoken of, or in another language. */
export function createCitedAt({ text, emphases }: ProseRun): (at: number) => boolean {
	let isCited: ((at: number) => boolean) | undefined;
	return (at) => {
		isCited ??= withinPairs(text, [
			...MARKS.flatMap((marks) => quotationPairs(text, marks)),
			...straightPairs(text),
			...emphases.map(({ from, to }) => ({ open: from - 1, close: to })),
		]);
		return isCited(at);
	};
}

const MARKS = [
	['«', '»'],
	['“', '”'],
	['‘', '’'],
] as const;
