import type { Block, Inline } from '../document/block.ts';

/** The code within a text, in its order. */
export function codeIn({ inlines }: Block): Inline[] {
	return inlines.filter(({ kind }) => kind === 'code');
}
