import type { Block } from '../document/block.ts';

/** A heading and the blocks up to the next one; what precedes the first heading has none. */
export interface Section {
	readonly heading: Block | undefined;
	/** Heading included. */
	readonly blocks: readonly Block[];
}

export function sectionsOf(blocks: readonly Block[]): Section[] {
	const sections: { heading: Block | undefined; blocks: Block[] }[] = [
		{ heading: undefined, blocks: [] },
	];
	for (const block of blocks)
		if (block.kind === 'heading') sections.push({ heading: block, blocks: [block] });
		else sections.at(-1)!.blocks.push(block);
	return sections;
}

/** The number of the section in which each top-level block stands; 0 before the first heading. */
export function sectionNumbers(blocks: readonly Block[]): Map<Block, number> {
	return new Map(
		sectionsOf(blocks).flatMap(({ blocks: own }, number) =>
			own.map((block): [Block, number] => [block, number]),
		),
	);
}

export function countHeadings(blocks: readonly Block[]): number {
	return blocks.filter(({ kind }) => kind === 'heading').length;
}

/** A heading with all that stands below it, sections of deeper level included. */
export function subtreeOf(blocks: readonly Block[], heading: Block): readonly Block[] {
	let extents = known.get(blocks);
	if (!extents) known.set(blocks, (extents = extentsOf(blocks)));
	return blocks.slice(...(extents.get(heading.span.from) ?? [0, 0]));
}

type Extent = readonly [from: number, to: number];

const known = new WeakMap<readonly Block[], ReadonlyMap<number, Extent>>();

/** How far the heading at each place reaches: up to the next one that is not below it. */
function extentsOf(blocks: readonly Block[]): Map<number, Extent> {
	const extents = new Map<number, Extent>();
	const open: { readonly heading: Block; readonly from: number }[] = [];
	const close = (name: string, to: number): void => {
		while (open.length > 0 && name <= open.at(-1)!.heading.name) {
			const { heading, from } = open.pop()!;
			extents.set(heading.span.from, [from, to]);
		}
	};
	for (const [from, heading] of blocks.entries()) {
		if (heading.kind !== 'heading') continue;
		close(heading.name, from);
		open.push({ heading, from });
	}
	close('', blocks.length);
	return extents;
}
