import type { Conventions } from './conventions.ts';
import { findOpenQuestions } from './find-open-questions.ts';
import type { ProseRun } from './prose-run.ts';
import type { RunSlip } from './slip.ts';

/** Marks that are missing, superfluous, or written with those of a typewriter. */
export function* findPunctuation(run: ProseRun, conventions: Conventions): Generator<RunSlip> {
	const { text } = run;
	if (text.includes('...'))
		for (const { index } of text.matchAll(ELLIPSIS))
			yield {
				messageId: 'ellipsis',
				...{ from: index, to: index + 3 },
				edits: [{ from: index, to: index + 3, text: '…' }],
			};
	if (conventions.opensQuestions) yield* findOpenQuestions(run);
	if (text.indexOf(', ') === text.lastIndexOf(', ')) return;
	for (const match of text.matchAll(serialComma(conventions.conjunctions))) {
		const at = match.index + match[1]!.length;
		yield {
			messageId: 'serial-comma',
			data: { conjunction: match[2]! },
			...{ from: match.index, to: match.index + match[0].length },
			edits: [{ from: at, to: at + 1, text: '' }],
		};
	}
}

/** Not those of code: `[...items]`, `main...next`. */
const ELLIPSIS =
	/(?<=[\p{L}\p{N}\p{M})»”"\uFFFC%,([«“][ \t\u00A0\u202F]{0,9}|^)\.{3}(?=[\s)\]»”"?!,;:]|$)/gu;

/** One word for each item, so that no clause is taken for one. */
function serialComma(conjunctions: readonly string[]): RegExp {
	const item = "(?:\\p{L}[\\p{L}\\p{M}’'-]*|\\uFFFC)";
	return new RegExp(
		`(?<![\\p{L}\\p{N}\\p{M}\\uFFFC’'-])(${item}, ${item}), (${conjunctions.join('|')}) ${item}(?=[.;:)]|$)`,
		'gu',
	);
}
