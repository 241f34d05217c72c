import type { Block, Inline } from '../../document/block.ts';

/** Code and links of a paragraph that are looked for in the other one. */
const MOST_KEPT = 20;

/**
 * How many of the parts hold code or links that the whole has as well, marked or not: some of it more
 * often than the other parts have it.
 */
export function countNamed(
	whole: Block,
	parts: readonly Block[],
	text: string,
	textOfParts: string,
): number {
	const [written, all] = [
		writtenOf(whole, text),
		parts.map((part) => writtenOf(part, textOfParts)),
	];
	return parts.filter((part, index) =>
		keptIn(part).some(
			(kept) =>
				countIn(written, kept) >
				all.reduce((sum, other, at) => (at === index ? sum : sum + countIn(other, kept)), 0),
		),
	).length;
}

function countIn(written: string, kept: string): number {
	return written.split(kept).length - 1;
}

/** In small letters, as all that it is looked for in: translators write some code in capitals. */
export function keptIn({ inlines }: Block): string[] {
	return inlines
		.filter((inline) => isKept(inline) && inline.value !== '')
		.slice(0, MOST_KEPT)
		.map(({ value }) => value.toLowerCase());
}

/** Whether it is what translators keep: code, and where links and images lead. */
export function isKept({ kind }: Inline): boolean {
	return KEPT.has(kind);
}

const KEPT = new Set<Inline['kind']>(['code', 'link', 'image']);

/** A block as it is written, in small letters. */
export function writtenOf({ span }: Block, text: string): string {
	return text.slice(span.from, span.to).toLowerCase();
}
