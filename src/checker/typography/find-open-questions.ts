import type { ProseRun } from './prose-run.ts';
import type { RunSlip } from './slip.ts';

/**
 * Questions and exclamations of Spanish without the mark that opens them, or that closes them. Where
 * a sentence has several parts, somebody has to decide which one asks.
 */
export function* findOpenQuestions({ text }: ProseRun): Generator<RunSlip> {
	if (!/[?!¿¡]/.test(text)) return;
	/** Behind the last mark that ended a sentence. */
	let behind = 0;
	for (const { index, 0: marks } of text.matchAll(CLOSING)) {
		const from = startOfSentence(text, behind, index);
		behind = index + marks.length;
		const sentence = text.slice(from, index);
		const opening = marks.includes('?') ? '¿' : '¡';
		if (/[¿¡]/.test(sentence) || ENGLISH.test(sentence)) continue;
		const isCertain = /^\p{Lu}/u.test(sentence) && !/[,:;()[\]—–…«»“”"\uFFF9\uFFFC]/.test(sentence);
		yield {
			messageId: isCertain ? 'opening' : 'opening-somewhere',
			data: { mark: marks, opening },
			...{ from, to: behind },
			edits: isCertain ? [{ from, to: from, text: opening }] : [],
		};
	}
	const last = Math.max(text.lastIndexOf('?'), text.lastIndexOf('!'));
	for (const { index, 0: opening } of text.matchAll(/[¿¡](?=\p{L})/gu)) {
		const mark = opening === '¿' ? '?' : '!';
		if (index > last)
			yield {
				messageId: 'closing',
				data: { mark, opening },
				...{ from: index, to: text.length, edits: [] },
			};
	}
}

/** Marks behind words, at the end of a sentence or of a part of one. */
const CLOSING =
	/(?<=[\p{L}\p{N}\p{M}»”")\]%…\uFFFC\uFFF9][ \t\u00A0\u202F]{0,9})[?!]+(?=[)\]»”"…,.;:]|\s*$|\s+[\p{Lu}¿¡«“"(]|(?<=[^\s][?!])\s)/gu;

/** Titles and quotations of English keep their marks. */
const ENGLISH =
	/\b(?:the|what|why|how|is|are|does|you|your|to|should|hello|who|when|where|not|it|this|can)\b/i;

function startOfSentence(text: string, from: number, to: number): number {
	let start = from;
	for (const { index, 0: end } of text.slice(from, to).matchAll(/[.…][)»”"]*\s+/g))
		start = from + index + end.length;
	return start + /^[\s»”")\]—–-]*/.exec(text.slice(start, to))![0].length;
}
