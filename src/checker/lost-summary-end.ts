import type { Comment } from './document/document.ts';
import type { Pair } from './pair.ts';
import type { Point } from './place.ts';
import { placeOfLost } from './safety/lost-scripts.ts';

/** Comments at which generators end the summary of a page: `<!-- truncate -->`, `<!--more-->`. */
const ENDS = /^\s*(?:truncate|more)\s*$/;

/** The comment that ends the summary, if the translation has none: lists show all of such a page. */
export function lostSummaryEnd(
	pair: Pair,
): { readonly comment: Comment; readonly written: string; readonly at: Point } | undefined {
	const { source, target } = pair;
	const comment = source.comments.find(({ text }) => ENDS.test(text));
	if (!comment || target.comments.some(({ text }) => ENDS.test(text))) return undefined;
	const at = placeOfLost(comment.span, pair);
	return at && { comment, written: source.text.slice(comment.span.from, comment.span.to), at };
}
