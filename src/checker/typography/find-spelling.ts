import { createCitedAt } from './cited.ts';
import type { ProseRun } from './prose-run.ts';
import type { RunSlip } from './slip.ts';
import type { Misspelling } from './spellings.ts';

/** Words that are written as their language does not write them. */
export function* findSpelling(
	run: ProseRun,
	misspellings: readonly Misspelling[],
): Generator<RunSlip> {
	const isCited = createCitedAt(run);
	for (const { messageId, pattern, expected } of misspellings)
		for (const { index, 0: word } of run.text.matchAll(pattern)) {
			if (isCited(index)) continue;
			const data = { word, expected: expected(word) };
			yield { messageId, data, from: index, to: index + word.length, edits: [] };
		}
}
