import type { Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Pair } from '../pair.ts';
import { pointBehind, type Point } from '../place.ts';
import type { Remark } from '../rule.ts';
import { surplus } from '../surplus.ts';

/**
 * Remarks on code and keys that a text marks with HTML, `<code>close()</code>` and `<kbd>C</kbd>`, where
 * others stand in their place. Names of keys are words: languages have their own. Message: `altered`.
 */
export function* htmlCodeRemarks({ source, target, alignment }: Pair): Generator<Remark> {
	if (!MAY_HOLD.some((tag) => target.text.includes(tag))) return;
	for (const { source: from, target: to } of alignment.matches) {
		const theirs = codesIn(to, target);
		if (theirs.length === 0) continue;
		const ours = codesIn(from, source);
		const [lost, come] = [lacking(ours, theirs), lacking(theirs, ours)];
		// One that is only missing, or only new, may be said in other words.
		if (lost.length !== come.length) continue;
		// Places are counted on from one to the next, since a text may hold any number of them.
		let [read, point]: [number, Point] = [to.span.from, to.span.start];
		for (const [index, { written, at }] of come.entries()) {
			point = pointBehind(point, target.text.slice(read, at));
			read = at;
			yield {
				...{ file: target, messageId: 'altered', isFixable: false },
				data: { expected: lost[index]!.written, found: written },
				range: { start: point, end: pointBehind(point, written) },
				source: from.span,
			};
		}
	}
}

/** Looked for in letters as people write them: to search for patterns takes three times as long. */
const MAY_HOLD = ['<code', '<kbd', '<CODE', '<KBD'];
const ELEMENT = /<(code|kbd)\b[^<>]*>([^<>]+)<\/\1>/gi;

/** A key that is called the same everywhere: one character, or `F5`. */
const KEY = /^(?:.|F\d{1,2})$/u;

interface HtmlCode {
	readonly written: string;
	/** Offset in the page, in UTF-16 units. */
	readonly at: number;
}

function codesIn({ children, code, span }: Block, { text }: Document): HtmlCode[] {
	if (code || children.length > 0) return [];
	const found = text.slice(span.from, span.to).matchAll(ELEMENT);
	return [...found].flatMap(({ 0: whole, 1: name, 2: content, index }) => {
		const written = content!.trim();
		if (name!.toLowerCase() === 'kbd' && !KEY.test(written)) return [];
		return [{ written, at: span.from + index + whole.indexOf('>') + 1 }];
	});
}

function lacking(codes: readonly HtmlCode[], others: readonly HtmlCode[]): HtmlCode[] {
	return surplus(
		codes,
		others.map(({ written }) => written),
		({ written }) => written,
	);
}
