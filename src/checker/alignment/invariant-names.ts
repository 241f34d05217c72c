import type { Block } from '../document/block.ts';
import { idOfHeading } from '../document/heading-id.ts';
import { partitionPoint } from '../document/partition-point.ts';
import { textOf } from '../document/text-of.ts';

/**
 * Tells what the section in which a block stands is called in every language: by an id of its
 * heading, by the code in that, as a function or an option is in a reference, or by a version.
 * `undefined` where the heading has words alone.
 *
 * @param blocks of the page
 * @param text of the page
 */
export function createInvariantNames(
	blocks: readonly Block[],
	text: string,
): (block: Block) => string | undefined {
	let headings: readonly Block[] | undefined;
	const known = new Map<Block, string | undefined>();
	return ({ span }) => {
		headings ??= blocks.filter(({ kind }) => kind === 'heading');
		const heading = headings[partitionPoint(headings, (each) => each.span.from <= span.from) - 1];
		if (heading && !known.has(heading)) known.set(heading, nameOf(heading, text));
		return heading && known.get(heading);
	};
}

function nameOf(heading: Block, text: string): string | undefined {
	if (heading.span.to - heading.span.from > LONGEST) return undefined;
	const id = idOfHeading(heading, text);
	if (id !== undefined) return `#${id}`;
	// Arguments may have been added since, and their names translated.
	const code = heading.inlines.flatMap(({ kind, value }) =>
		kind === 'code' ? value.replace(/(?<=\w)[ ]*[(<[{=].*$/s, '') : [],
	);
	// Translators write some of them in capitals.
	if (code.length > 0) return code.sort().join(' ').toLowerCase();
	const visible = textOf(heading, text).trim();
	return PATTERNS.map((pattern) => pattern.exec(visible)?.[0])
		.find((name) => name !== undefined)
		?.toLowerCase();
}

/** Characters of a heading; the patterns below take the square of a long word. */
const LONGEST = 300;

const PATTERNS: readonly RegExp[] = [
	// `getOrder(id)`, `kitchen.close()`
	/^[A-Za-z_$][\w$]*(?:[.#:]+[A-Za-z_$][\w$]*)*(?=\()/,
	// One word: `maxAge`, `kitchen.close`, `base_url`
	/^[\w$.-]*(?:[a-z][A-Z]|\w[._]\w)[\w$.-]*$/,
	// `2.0.1`, `v3.4`
	/^v?\d+\.\d+[\w.-]*/,
];
