import { matchesOf } from '../alignment/alignment.ts';
import { idOfHeading } from '../document/heading-id.ts';
import { textOf } from '../document/text-of.ts';
import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import type { Remark } from '../rule.ts';

/**
 * Headings without the id that those of the source have written behind them: `{ #check-it }`. Only
 * on a page that keeps more ids than it changes, since some projects translate them all.
 * Message: `id`, with `excerpt` and `expected`.
 */
export function* lostIds({ source, target, alignment }: Pair): Generator<Remark> {
	// MDX has none, and what others write there is taken out before it is parsed.
	if (source.path.toLowerCase().endsWith('.mdx')) return;
	let kept = 0;
	const lost: Remark[] = [];
	for (const { source: from, target: to } of matchesOf(alignment, 'heading')) {
		const expected = idOfHeading(from, source.text);
		if (expected === undefined || to.kind !== 'heading') continue;
		if (idOfHeading(to, target.text) === expected || isElsewhere(expected, target.text)) kept++;
		else
			lost.push({
				file: target,
				messageId: 'id',
				data: { excerpt: excerpt(textOf(to, target.text)), expected },
				range: to.span,
				source: from.span,
			});
	}
	if (kept > lost.length) yield* lost;
}

/** Whether HTML bears an id: older links lead there. */
function isElsewhere(id: string, text: string): boolean {
	return [`id="${id}"`, `name="${id}"`].some((attribute) => text.includes(attribute));
}
