import { partitionPoint } from '../document/partition-point.ts';
import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';
import type { HtmlElement } from './elements.ts';

/** Tells whether a section that only the translation has holds a place. */
export function createExtraSections({ target, alignment }: Pair): (place: Range) => boolean {
	if (alignment.extraSections.length === 0) return () => false;
	const headings = target.blocks.filter(({ kind }) => kind === 'heading');
	const indices = new Map(headings.map((heading, index) => [heading, index]));
	const sections = alignment.extraSections
		.map(({ target: heading, subsections }) => ({
			from: heading.span.start.line,
			to: headings[indices.get(heading)! + subsections + 1]?.span.start.line ?? Infinity,
		}))
		.sort((one, other) => one.from - other.from);
	return ({ start: { line } }) => {
		const section = sections[partitionPoint(sections, (each) => each.from <= line) - 1];
		return section !== undefined && line < section.to;
	};
}

/** Of elements that are alike the one is new that stands in a new section. */
export function extraSectionsLast(
	elements: readonly HtmlElement[],
	{ alignment }: Pair,
	isInExtraSection: (place: Range) => boolean,
): readonly HtmlElement[] {
	if (alignment.extraSections.length === 0) return elements;
	return [false, true].flatMap((isNew) =>
		elements.filter(({ span }) => isInExtraSection(span) === isNew),
	);
}
