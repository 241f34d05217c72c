import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';

/**
 * Last lines of directives whose first ones are gone, `:::` or `///`, with the paragraphs right above them:
 * they are told with the directives, which are missing.
 */
export function loneEndings({ target, alignment }: Pair): ReadonlySet<Range> {
	const openings = alignment.missing
		.filter(({ source }) => source.node.type === 'containerDirective')
		.map(({ at }) => at.line)
		.sort((a, b) => a - b);
	if (openings.length === 0) return NONE;
	const made = new Set<Range>();
	let last: Range | undefined;
	let count = 0;
	for (const { target: block } of alignment.extra) {
		const { kind, span } = block;
		if (kind !== 'paragraph') continue;
		const above = last;
		last = span;
		if (!ENDING.test(target.text.slice(span.from, span.to))) continue;
		// What is missing in a gap may be told at its end.
		if (!(openings[count]! <= span.end.line + 2)) continue;
		count++;
		made.add(span);
		if (above && above.end.line >= span.start.line - 2) made.add(above);
	}
	return made;
}

const NONE: ReadonlySet<Range> = new Set();

const ENDING = /^(?::{3,}|\/{3,})$/;
