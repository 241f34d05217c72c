import { subtreeOf } from '../alignment/sections.ts';
import type { Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { excerptOf } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** A section that stands elsewhere than in the source, so that the page tells another story. */
export const sectionMoved: Rule<Pair> = {
	id: 'section-moved',
	severity: 'error',
	description: 'A section that stands at another place than in the source.',
	messages: {
		moved:
			'The section `{heading}` stands at another place than in the source. Move it back, after `{after}`.',
		'moved-first':
			'The section `{heading}` stands at another place than in the source. Move it to the beginning of the page.',
	},
	*check({ source, target, alignment }) {
		for (const { source: from, target: to } of alignment.movedSections) {
			const after = placeBefore(from, to, source, target);
			yield {
				file: target,
				messageId: after === undefined ? 'moved-first' : 'moved',
				data: { heading: excerptOf(to, target.text), after: after ?? '' },
				range: to.span,
				source: from.span,
			};
		}
	},
};

/**
 * What stands before a section in the source: the heading nearest to it. Where one of its own is
 * called the same, nobody would look above it: the section there, or else the last words.
 */
function placeBefore(
	from: Block,
	to: Block,
	source: Document,
	target: Document,
): string | undefined {
	const above = source.blocks.slice(0, source.blocks.indexOf(from));
	const headings = above.filter(isHeading);
	const nearest = headings.at(-1);
	if (!nearest) return undefined;
	const beside = headings.findLast(({ name }) => name <= from.name) ?? nearest;
	const own = new Set([
		...subtreeOf(target.blocks, to)
			.filter(isHeading)
			.map((each) => excerptOf(each, target.text)),
		...subtreeOf(source.blocks, from)
			.filter(isHeading)
			.map((each) => excerptOf(each, source.text)),
	]);
	const last = excerptOf(above.at(-1)!, source.text);
	return (
		[nearest, beside].map((each) => excerptOf(each, source.text)).find((name) => !own.has(name)) ??
		last
	);
}

function isHeading({ kind }: Block): boolean {
	return kind === 'heading';
}
