import type { MdastNode } from 'satteri';
import type { Block } from '../document/block.ts';
import { normaliseTarget } from './normalise-target.ts';
import { spanOf, walk } from '../markdown-tree.ts';
import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';
import type { Remark } from '../rule.ts';

/** Remarks on links that lost their words: nobody sees such a link. Message: `missing`. */
export function* emptiedLinks({ target, alignment, tags }: Pair): Generator<Remark> {
	if (!target.text.includes('[]') && !target.text.includes('[ ')) return;
	if (!MAY_BE_BARE.test(target.text)) return;
	for (const { source: from, target: to } of alignment.matches) {
		if (!to.inlines.some(({ kind }) => kind === 'link')) continue;
		const bare = linksOf(to).filter(({ isBare }) => isBare);
		if (bare.length === 0) continue;
		const ours = linksOf(from);
		for (const link of bare) {
			const name = normaliseTarget(link.target, tags);
			const same = ours.filter((each) => normaliseTarget(each.target, tags) === name);
			const [first] = same;
			if (!first || same.some(({ isBare }) => isBare)) continue;
			yield {
				file: target,
				messageId: 'missing',
				data: { expected: first.target, found: '' },
				range: link.range,
				source: first.range,
			};
		}
	}
}

/** Brackets with nothing between them, or with spaces, before an address or the name of one. */
const MAY_BE_BARE = /\[ *\][([]/;

interface Link {
	/** Where it leads, or the name of a definition that tells it. */
	readonly target: string;
	/** Whether it has no words, nor anything else that is shown. */
	readonly isBare: boolean;
	readonly range: Range;
}

function linksOf({ node }: Block): Link[] {
	const found: Link[] = [];
	walk(node, (each: MdastNode) => {
		if (each.type === 'link' || each.type === 'linkReference')
			found.push({
				target: each.type === 'link' ? each.url : each.identifier,
				isBare: each.children.every((child) => child.type === 'text' && child.value.trim() === ''),
				range: spanOf(each),
			});
	});
	return found;
}
