import type { MdastNode } from 'satteri';
import { spanOf } from '../markdown-tree.ts';

/**
 * What a translation keeps of a directive within text: its name, and its label unless that is words.
 * `undefined` for a colon in prose that parses as a directive. A name alone is one where it has a
 * hyphen and stands by itself.
 *
 * `:node[22, 24]` => `':node[22, 24]'`; `:abbr[HTML]` => `':abbr'`; `:as-of` => `':as-of'`;
 * `key:value`, `std::vector` => `undefined`
 *
 * @param source the text that the node was parsed from
 */
export function keptDirective(
	node: MdastNode & { readonly type: 'textDirective' },
	source: string,
): string | undefined {
	const { from, to } = spanOf(node);
	const name = `:${node.name}`;
	const rest = source.slice(from + name.length, to);
	if (rest === '') {
		const standsAlone = !/[\p{L}\p{N}:]/u.test(source[from - 1] ?? '');
		return standsAlone && name.includes('-') ? name : undefined;
	}
	const [label = ''] = /^\[[^\]]*\]/.exec(rest) ?? [];
	return /\p{L}/u.test(label) ? name : name + label;
}
