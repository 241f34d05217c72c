import { tagName } from '../code/language-tags.ts';
import {
	eachBlock,
	type Attribute,
	type Block,
	type Code,
	type Inline,
} from '../document/block.ts';
import { textOf } from '../markdown-tree.ts';

/**
 * What a block says, without how it is written: the same after rewrapping, with other marks for
 * emphasis, lists and fences, and with other spaces within code. Another word, number, target,
 * identifier or kind of block makes it another text.
 *
 * @param source the text of the page
 */
export function normalisedText(block: Block, source: string): string {
	return JSON.stringify(
		eachBlock([block]).map((each) => [
			each.kind,
			// A header is one by its place; what was recorded does not name it.
			each.kind === 'row' ? '' : each.name,
			each.code ? codeOf(each.code) : HAS_WORDS.has(each.kind) ? wordsOf(each, source) : '',
			each.inlines.map(inlineOf),
			(each.attributes ?? []).map(attributeOf),
		]),
	);
}

/** What holds text of its own; the others are told by their parts. */
const HAS_WORDS = new Set<Block['kind']>(['heading', 'paragraph', 'figure', 'cell']);

function wordsOf({ node }: Block, source: string): string {
	return textOf(node, source).replace(/\s+/g, ' ').trim();
}

function codeOf({ language, meta, code }: Code): string[] {
	const isIndented = INDENTED.has(tagName(language));
	const lines = code.split(/\r\n|\r|\n/).map((line) => {
		const bare = line.trim().replace(/\s+/g, ' ');
		return isIndented ? `${/^\s*/.exec(line)![0]}${bare}` : bare;
	});
	return [language ?? '', meta, ...lines.filter((line) => line.trim() !== '')];
}

/** Languages in which the depth of a line is code. */
const INDENTED = new Set('python py yaml yml pug haml sass coffeescript makefile make'.split(' '));

function inlineOf(inline: Inline): unknown {
	const { kind, value } = inline;
	if (kind === 'component') return [kind, value, ...inline.attributes.map(attributeOf)];
	return kind === 'tag' ? [kind, value, ...inline.tag.attributes] : [kind, value];
}

function attributeOf({ name, value }: Attribute): string {
	return `${name}=${value}`;
}
