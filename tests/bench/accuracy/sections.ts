import type { Heading, RootContent } from 'mdast';
import type { Span } from './fault.ts';
import { topLevel, type ParsedPage } from './parsed-page.ts';

/** A heading and what stands below it, up to the next heading of its level or above. */
export interface Section extends Span {
	readonly heading: Heading;
	readonly nodes: readonly RootContent[];
}

/** Sections below the title, in the order of the document. */
export function sectionsOf(page: ParsedPage): Section[] {
	const headings = topLevel(page, 'heading');
	const blocks = page.nodes.filter(({ parents }) => parents.length === 1);
	return headings.flatMap(({ node: heading, from }, index) => {
		if (heading.depth === 1) return [];
		const next = headings.slice(index + 1).find(({ node }) => node.depth <= heading.depth);
		const to = next?.from ?? page.text.length;
		const nodes = blocks
			.filter((block) => block.from >= from && block.from < to)
			.map(({ node }) => node as RootContent);
		return [{ heading, from, to, nodes }];
	});
}
