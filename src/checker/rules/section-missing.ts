import { excerptOf } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/**
 * A section of the source that the translation lacks: its readers never learn what it says. A
 * section with all below it is one finding.
 */
export const sectionMissing: Rule<Pair> = {
	id: 'section-missing',
	severity: 'error',
	description: 'A section of the source that the translation lacks.',
	messages: {
		missing: 'The section `{heading}` is missing. Translate it and put it here.',
		'missing-with-subsection':
			'The section `{heading}` is missing, with the section below it. Translate both and put them here.',
		'missing-with-subsections':
			'The section `{heading}` is missing, with {count} sections below it. Translate them and put them here.',
	},
	*check({ source, target, alignment }) {
		for (const { source: block, at, subsections } of alignment.missingSections)
			yield {
				file: target,
				messageId: MESSAGES[Math.min(subsections, 2)]!,
				data: { heading: excerptOf(block, source.text), count: String(subsections) },
				range: { start: at, end: at },
				source: block.span,
			};
	},
};

/** By the number of sections below. */
const MESSAGES = ['missing', 'missing-with-subsection', 'missing-with-subsections'] as const;
