import { eachBlock, type Block } from './document/block.ts';
import type { Pair } from './pair.ts';

/**
 * A line whose marks of a heading are text, for they lack the space behind them or are wide ones, as
 * a heading. `spacedHeading('##Orders')` => `'## Orders'`; `undefined` for every other line.
 */
export function spacedHeading(line: string): string | undefined {
	const [, before, marks, words] =
		/^([ \t>]*)(#{1,6}|＃{1,6}[ \t]*)(?![\s#＃])(.+)$/.exec(line) ?? [];
	return marks && `${before}${'#'.repeat(marks.trim().length)} ${words}`;
}

/**
 * Headings of the translation alone that a rule right below their text makes of what is a paragraph
 * in the source.
 */
export function chanceHeadings({ source, target, alignment }: Pair): ReadonlySet<Block> {
	const underlined = [...alignment.extra, ...alignment.extraSections].filter((each) =>
		isUnderlined(each.target, target.text),
	);
	if (underlined.length === 0) return new Set();
	const matched = new Set(alignment.matches.map((match) => match.source));
	const alone = [...eachBlock(source.blocks)].filter(
		(block) => block.kind === 'paragraph' && !matched.has(block),
	);
	const starts = new Set(alone.map(({ span }) => span.start));
	return new Set(underlined.filter(({ at }) => starts.has(at)).map((each) => each.target));
}

function isUnderlined({ kind, span }: Block, text: string): boolean {
	return kind === 'heading' && /\n[ \t>]*-+\s*$/.test(text.slice(span.from, span.to));
}
