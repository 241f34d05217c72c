import { soundLink } from '../mistyped/link.ts';
import type { Repair } from './repair.ts';

/** A link or image gets marks that touch, and are those of Markdown. */
export const repairMistypedLink: Repair = function* ({ range }, { targetText }) {
	if (!range) return;
	const written = targetText.slice(range);
	const from = targetText.offsetOf(range.start);
	yield [{ from, to: from + written.length, text: soundLink(written) }];
};
