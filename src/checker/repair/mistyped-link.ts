import { withEnds } from '../mistyped/endless-address.ts';
import { soundLink } from '../mistyped/link.ts';
import type { Repair } from './repair.ts';

/** A link or image gets marks that touch, and are those of Markdown; an address gets an end. */
export const repairMistypedLink: Repair = function* ({ messageId, range }, { target, targetText }) {
	if (!range) return;
	const written = targetText.slice(range);
	const from = targetText.offsetOf(range.start);
	const text = messageId === 'mistyped-end' ? withEnds(written, target.path) : soundLink(written);
	yield [{ from, to: from + written.length, text }];
};
