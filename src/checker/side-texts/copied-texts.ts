import type { MdastNode } from 'satteri';
import type { Match } from '../alignment/alignment.ts';
import type { Document } from '../document/document.ts';
import { htmlTexts, type HtmlText } from '../document/html-texts.ts';
import { LONGEST_NAME } from '../links/linked-names.ts';
import { wordsOf } from '../language/untranslated.ts';
import { spanOf } from '../markdown-tree.ts';
import type { Point, Range } from '../place.ts';
import { resolveTarget } from '../links/relative-target.ts';
import type { SideText } from './side-texts.ts';

/** Texts that a block holds in HTML, and that are as in the source. */
export function copiedTexts(
	{ source: from, target: to }: Match,
	source: Document,
	target: Document,
): SideText[] {
	if (from.node.type !== 'html' || to.node.type !== 'html') return [];
	const found = htmlTexts(to.node.value);
	if (found.length === 0) return [];
	const ours = new Map(htmlTexts(from.node.value).map((each) => [each.text, each]));
	const [placeHere, placeThere] = [createPlaces(to.node), createPlaces(from.node)];
	return found.flatMap((each): SideText[] => {
		const { text } = each;
		const at = ours.get(text);
		if (!at || isListOfPages(each, source, target)) return [];
		return [{ kind: 'text', key: '', text, range: placeHere(each), source: placeThere(at) }];
	});
}

/** Names of documents elsewhere, and of the languages that the page has. */
function isListOfPages(
	{ text, links, isLink }: HtmlText,
	source: Document,
	target: Document,
): boolean {
	return (
		(isLink &&
			wordsOf(text).length <= LONGEST_NAME &&
			links.every((url) => /^https?:/i.test(url))) ||
		links.some((url) => resolveTarget(url, target.path) === source.path)
	);
}

/** Tells where texts of a piece of HTML stand in the file, at little cost in their order. */
function createPlaces(node: MdastNode & { type: 'html' }): (text: HtmlText) => Range {
	const { start } = spanOf(node);
	let [line, begin] = [0, 0];
	const pointAt = (at: number): Point => {
		if (at < begin) [line, begin] = [0, 0];
		for (let end = node.value.indexOf('\n', begin); end >= 0 && end < at;)
			[line, begin, end] = [line + 1, end + 1, node.value.indexOf('\n', end + 1)];
		// Further lines stand behind the same marks of a quotation or an item as the first.
		return { line: start.line + line, column: start.column + at - begin };
	};
	return ({ from, to }) => ({ start: pointAt(from), end: pointAt(to) });
}
