import type { Extra } from '../alignment/alignment.ts';

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
 * Whether a heading that the source lacks is a paragraph there: a rule right below its text makes a
 * heading of it.
 */
export function isHeadingByChance({ target, recastFrom }: Extra, text: string): boolean {
	if (target.kind !== 'heading' || recastFrom?.kind !== 'paragraph') return false;
	return /\n[ \t>]*-+\s*$/.test(text.slice(target.span.from, target.span.to));
}
