import type { Conventions } from './conventions.ts';
import type { Edit, ProseRun } from './prose-run.ts';
import { quotationPairs, straightPairs, withinPairs, type MarkPair } from './quotation-pairs.ts';
import type { RunSlip } from './slip.ts';

type Marks = readonly [open: string, close: string];

/**
 * Quotation marks that are those of another language or of a typewriter, and straight apostrophes.
 *
 * @param hasCurvedApostrophes whether the page writes `’` elsewhere: most pages keep to one of the two
 */
export function* findQuotes(
	{ text }: ProseRun,
	{ quotes, elides, insideGuillemets }: Conventions,
	hasCurvedApostrophes: boolean,
): Generator<RunSlip> {
	if (quotes && /["“”«»]/.test(text)) {
		const isQuoted = withinPairs(text, quotationPairs(text, quotes.outer));
		const space = insideGuillemets === 'no-break space' ? '\u00A0' : '';
		const others: Marks = quotes.outer[0] === '«' ? ['“', '”'] : ['«', '»'];
		for (const pair of quotationPairs(text, others))
			if (!isQuoted(pair.open) && isPlain(text, pair))
				yield quotation(text, pair, quotes.outer, space);
		for (const pair of straightPairs(text)) {
			const isInner = isQuoted(pair.open);
			const marks = isInner ? quotes.inner : quotes.outer;
			if (marks && isInner === isQuoted(pair.close) && isPlain(text, pair))
				yield quotation(text, pair, marks, isInner ? '' : space);
		}
	}
	if (elides && hasCurvedApostrophes)
		for (const { index, 0: elision } of text.matchAll(STRAIGHT_APOSTROPHE)) {
			const at = index + elision.length - 1;
			const edits = [{ from: at, to: at + 1, text: '’' }];
			yield { messageId: 'apostrophe', from: index, to: at + 1, edits };
		}
}

/** Elisions only: other apostrophes belong to names in other languages, such as `Let's Encrypt`. */
const STRAIGHT_APOSTROPHE =
	/(?<![\p{L}\p{N}'’])(?:[ldcjmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|aujourd)'(?=[\p{L}\uFFFC«“"])/giu;

export const CURVED_APOSTROPHE = /\p{L}’[\p{L}\uFFFC«“]/u;

/** Whether words are quoted, and no code; what holds quotations of its own is left to people. */
function isPlain(text: string, { open, close }: MarkPair): boolean {
	const content = text.slice(open + 1, close);
	if (/["“”«»]/.test(content) || !/\p{L}/u.test(content)) return false;
	const words = content.split(/\s+/).filter((word) => /[\p{L}\uFFFC]/u.test(word));
	if (words.length > 1) return !/[{}<>=_$\\|\uFFF9]|\(\)|(?<!\S)--\w/.test(content);
	const word = content.replace(/\s/g, '');
	return /^[\p{L}\p{M}\p{N}’'….,;:!?%-]+$/u.test(word) && !/\p{L}\.\p{L}|^\.\p{L}|^-/u.test(word);
}

/** @param space what stands between the marks and the words */
function quotation(
	text: string,
	{ open, close }: MarkPair,
	[opening, closing]: Marks,
	space: string,
): RunSlip {
	const behind = /^[ \t\u00A0\u202F]*/.exec(text.slice(open + 1, close))![0].length;
	const before = /[ \t\u00A0\u202F]*$/.exec(text.slice(open + 1, close))![0].length;
	const edits: Edit[] = [
		{ from: open, to: open + 1, text: opening },
		{ from: open + 1, to: open + 1 + behind, text: space },
		{ from: close - before, to: close, text: space },
		{ from: close, to: close + 1, text: closing },
	];
	return {
		messageId: 'quotation',
		data: { marks: `${text[open]!} ${text[close]!}`, expected: `${opening} ${closing}` },
		...{ from: open, to: close + 1 },
		edits: edits.filter((edit) => edit.from !== edit.to || edit.text !== ''),
	};
}
