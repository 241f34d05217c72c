import type { MdastNode } from 'satteri';
import type { Block } from '../document/block.ts';
import { PHRASE, wordsOf } from '../language/untranslated.ts';

/**
 * Whether a text is nothing but a short link to another site: the name of a document, which keeps it.
 * Code may stand beside it.
 */
export function isNamedDocument({ node, inlines }: Block, text: string): boolean {
	if (!('children' in node) || wordsOf(text).length > LONGEST_NAME) return false;
	return (
		node.children.every(
			(child) =>
				['link', 'linkReference', 'inlineCode'].includes(child.type) ||
				(child.type === 'text' && !/\p{L}/u.test(child.value)),
		) && inlines.every(({ kind, value }) => kind !== 'link' || /^https?:/i.test(value))
	);
}

/** Words of a document's name: `Docker, build checks`. */
export const LONGEST_NAME = 4;

/** Whether nearly all words are links with names that their targets hold: `[link-drift](link-drift.md)`. */
export function isListOfNames({ node }: Block, text: string): boolean {
	if (!('children' in node)) return false;
	const names = node.children.flatMap((child) => nameOf(child) ?? []);
	return names.length > 0 && wordsOf(without(names, text)).length < PHRASE;
}

/** What stands between names, which come in the order of the text. */
function without(names: readonly string[], text: string): string {
	const rest: string[] = [];
	let from = 0;
	for (const name of names) {
		const at = text.indexOf(name, from);
		if (at < 0) continue;
		rest.push(text.slice(from, at));
		from = at + name.length;
	}
	return [...rest, text.slice(from)].join(' ');
}

function nameOf(node: MdastNode): string | undefined {
	const [child] = node.type === 'link' ? node.children : [];
	if (node.type !== 'link' || child?.type !== 'text' || node.children.length > 1) return undefined;
	const isName = /^[^\s-]+[-./_]\S+$/.test(child.value) && node.url.includes(child.value);
	return isName ? child.value : undefined;
}
