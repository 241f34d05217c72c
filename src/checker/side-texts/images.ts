import type { MdastNode } from 'satteri';
import type { Block } from '../document/block.ts';
import { spanOf, walk } from '../markdown-tree.ts';
import type { Range } from '../place.ts';

export interface Image {
	/** The file, or the name of a definition that leads to it. */
	readonly target: string;
	/** What it shows, in words; empty where it has none. */
	readonly description: string;
	readonly range: Range;
}

/** The images of a block, those of HTML among them. */
export function imagesOf({ node, inlines }: Block): Image[] {
	const found = inlines.flatMap((inline): Image[] => {
		if (inline.kind !== 'tag' || inline.value !== 'img') return [];
		const { attributes } = inline.tag;
		return [
			{
				target: attributes.get('src') ?? '',
				description: attributes.get('alt') ?? '',
				range: inline.span,
			},
		];
	});
	walk(node, (each: MdastNode) => {
		if (each.type === 'image' || each.type === 'imageReference')
			found.push({
				target: each.type === 'image' ? each.url : each.identifier,
				description: each.alt ?? '',
				range: spanOf(each),
			});
	});
	return found;
}
