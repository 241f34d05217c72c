import type { Alignment } from './alignment/alignment.ts';
import type { Block } from './document/block.ts';
import type { Document } from './document/document.ts';
import { lazyLines } from './lazy-lines.ts';
import type { Pair } from './pair.ts';

/** The alignment without terms whose definitions are missing, or new, as well: they are told with these. */
export function withoutTerms({ source, target, alignment }: Pair): Alignment {
	const lists = [
		definitionsAmong(
			alignment.missing.map((each) => each.source),
			source,
		),
		definitionsAmong(
			alignment.extra.map((each) => each.target),
			target,
		),
	] as const;
	if (lists.every((lines) => lines.size === 0)) return alignment;
	const isTerm = ({ kind, span: { end } }: Block, lines: ReadonlySet<number>): boolean =>
		kind === 'paragraph' && (lines.has(end.line + 1) || lines.has(end.line + 2));
	return {
		...alignment,
		missing: alignment.missing.filter((each) => !isTerm(each.source, lists[0])),
		extra: alignment.extra.filter((each) => !isTerm(each.target, lists[1])),
	};
}

/** The lines at which definitions begin that stand there as `: Text`. */
function definitionsAmong(blocks: readonly Block[], { written }: Document): ReadonlySet<number> {
	const linesOf = lazyLines(written);
	return new Set(
		blocks.flatMap(({ kind, span: { start } }) =>
			kind === 'list' && /^[ \t>]*:/.test(linesOf()[start.line - 1] ?? '') ? [start.line] : [],
		),
	);
}
