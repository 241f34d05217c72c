import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';
import type { Rule } from '../rule.ts';
import { pairStaleness, type PairedSection } from '../staleness/pair-staleness.ts';

/**
 * A section that changed in the source since it was translated: its readers are told what no longer
 * holds. Known from the record that the translation keeps, so that no history is needed.
 */
export const staleSection: Rule<Pair> = {
	id: 'stale-section',
	severity: 'warning',
	description: 'A section whose source has changed since it was translated.',
	messages: {
		changed:
			'The source of the section `{section}` has changed since it was translated. See what changed with `npx parity diff`, translate it, then record it with `npx parity sync`.',
		top: 'The source has changed above its first heading since it was translated. See what changed with `npx parity diff`, translate it, then record it with `npx parity sync`.',
		renamed:
			'The source of this section is called `{section}` now. Compare the two, then record it with `npx parity sync`.',
		new: 'The section `{section}` appeared in the source after this translation was recorded. Compare the two, then record it with `npx parity sync`.',
		gone: 'The section `{section}` that was translated went away from the source. Remove it here if it is still there, then record it with `npx parity sync`.',
	},
	*check(pair) {
		const staleness = pairStaleness(pair);
		if (!staleness) return;
		const { target: file } = pair;
		for (const state of staleness.sections) {
			// What is missing is told by the rule that looks for it.
			if (state.state === 'current' || state.isMissing) continue;
			yield {
				file,
				messageId: state.section.heading ? state.state : 'top',
				data: { section: state.section.name, key: state.section.key },
				range: state.heading?.span ?? TOP,
				source: rangeOf(state),
			};
		}
		// What the translation still has is told by the rule that looks for it.
		if (pair.alignment.extraSections.length > 0) return;
		for (const key of staleness.gone)
			yield {
				file,
				messageId: 'gone',
				data: { section: key, key },
				range: staleness.record.range,
				source: TOP,
			};
	},
};

function rangeOf({ section: { blocks, heading } }: PairedSection): Range {
	const [first, last] = [blocks[0], blocks.at(-1)];
	return first && last && heading ? { start: first.span.start, end: last.span.end } : TOP;
}

const TOP: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
