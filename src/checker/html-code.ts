import type { Block } from './document/block.ts';
import type { Document } from './document/document.ts';
import type { Pair } from './pair.ts';
import { pointBehind } from './place.ts';
import type { Remark } from './rule.ts';

/**
 * Remarks on code and keys that a text marks with HTML, `<code>close()</code>` and `<kbd>C</kbd>`, where
 * others stand in their place. Names of keys are words: languages have their own. Message: `altered`.
 */
export function* htmlCodeRemarks({ source, target, alignment }: Pair): Generator<Remark> {
	if (!MAY_HOLD.test(target.text) || !MAY_HOLD.test(source.text)) return;
	for (const { source: from, target: to } of alignment.matches) {
		const theirs = codesIn(to, target);
		if (theirs.length === 0) continue;
		const ours = codesIn(from, source);
		const [lost, come] = [without(ours, theirs), without(theirs, ours)];
		// One that is only missing, or only new, may be said in other words.
		if (lost.length !== come.length) continue;
		for (const [index, { written, at }] of come.entries()) {
			const start = pointBehind(to.span.start, target.text.slice(to.span.from, at));
			yield {
				...{ file: target, messageId: 'altered', isFixable: false },
				data: { expected: lost[index]!.written, found: written },
				range: { start, end: pointBehind(start, written) },
				source: from.span,
			};
		}
	}
}

const MAY_HOLD = /<(?:code|kbd)\b/i;
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

function without(codes: readonly HtmlCode[], others: readonly HtmlCode[]): HtmlCode[] {
	const left = new Map<string, number>();
	for (const { written } of others) left.set(written, (left.get(written) ?? 0) + 1);
	return codes.filter(({ written }) => {
		const count = left.get(written) ?? 0;
		left.set(written, count - 1);
		return count <= 0;
	});
}
