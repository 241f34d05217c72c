import { pointBehind, type Range, type Span } from './place.ts';

/** Code, links and line breaks between two words of a sentence, in characters. */
const FARTHEST = 160;

/**
 * Where the words of a sentence stand in the written text of a block, whatever marks, line breaks
 * and code are among them. The whole block where they are not found.
 *
 * @param text of the file that `span` belongs to
 */
export function placeOfWords(sentence: string, span: Span, text: string): Range {
	const words = sentence.match(/\p{L}+/gu) ?? [];
	const written = text.slice(span.from, span.to);
	let best: { from: number; to: number } | undefined;
	for (let from = -1; words.length > 0;) {
		from = written.indexOf(words[0]!, from + 1);
		if (from < 0) break;
		const to = endOfWords(words, written, from);
		if (to !== undefined && (!best || to - from < best.to - best.from)) best = { from, to };
	}
	if (!best) return span;
	const start = pointBehind(span.start, written.slice(0, best.from));
	return { start, end: pointBehind(start, written.slice(best.from, best.to)) };
}

function endOfWords(words: readonly string[], written: string, from: number): number | undefined {
	let end = from;
	for (const word of words) {
		const at = written.indexOf(word, end);
		if (at < 0 || at - end > FARTHEST) return undefined;
		end = at + word.length;
	}
	return end;
}
