import { splitAttributes } from './attribute-list.ts';
import type { Block } from './block.ts';

/** The id that is written behind the words of a heading: `check-it` of `## Check it { #check-it }`. */
export function idOfHeading({ span }: Block, text: string): string | undefined {
	const written = text.slice(span.from, span.to).replace(UNDERLINE, '');
	return splitAttributes(written.trimEnd()).id;
}

/** The line that makes a heading of the one above it. */
const UNDERLINE = /\n *[-=]+\s*$/;
