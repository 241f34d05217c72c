import { alignDocuments } from '../alignment/align-documents.ts';
import { haveSameInlines, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { spanOf } from '../markdown-tree.ts';
import { PLACEHOLDER } from '../placeholders.ts';

/** Headings of the source, as they are written, with the words that translations have for them. */
export type HeadingTable = ReadonlyMap<string, string>;

/**
 * Under which words most pages of a language translate a heading, learnt from the pages that exist.
 *
 * @param pairs source pages with their translations into one language
 * @param tags locale names in lower case that paths may carry
 */
export function createHeadingTable(
	pairs: Iterable<readonly [source: Document, target: Document]>,
	tags: readonly string[],
): HeadingTable {
	const counts = new Map<string, Map<string, number>>();
	for (const [source, target] of pairs) {
		// What is not finished teaches nothing.
		if (target.text.includes(PLACEHOLDER)) continue;
		for (const match of alignDocuments(source, target, tags).matches) {
			if (match.source.kind !== 'heading' || match.source.name === '1') continue;
			if (!haveSameInlines(match.source, match.target)) continue;
			const words = writtenHeading(match.source, source.text);
			const translated = writtenHeading(match.target, target.text);
			const known = counts.get(words) ?? new Map<string, number>();
			counts.set(words, known.set(translated, (known.get(translated) ?? 0) + 1));
		}
	}
	const table = new Map<string, string>();
	for (const [words, known] of counts) {
		const [translated, count] = [...known].reduce((best, each) =>
			each[1] > best[1] ? each : best,
		);
		// One page alone may have forgotten it.
		if (translated !== '' && (translated !== words || count > 1)) table.set(words, translated);
	}
	return table;
}

/** The Markdown of a heading, without what makes it one. */
export function writtenHeading({ node }: Block, text: string): string {
	const [first, last] =
		'children' in node ? [node.children.at(0), node.children.at(-1)] : [undefined, undefined];
	return first && last ? text.slice(spanOf(first).from, spanOf(last).to) : '';
}
