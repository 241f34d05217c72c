import { excerptOf } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** A section that stands elsewhere than in the source, so that the page tells another story. */
export const sectionMoved: Rule<Pair> = {
	id: 'section-moved',
	severity: 'error',
	description: 'A section that stands at another place than in the source.',
	messages: {
		moved:
			'The section `{heading}` stands at another place than in the source. Move it back, after `{after}`.',
		'moved-first':
			'The section `{heading}` stands at another place than in the source. Move it to the beginning of the page.',
	},
	*check({ source, target, alignment }) {
		const headings = source.blocks.filter(({ kind }) => kind === 'heading');
		for (const { source: from, target: to } of alignment.movedSections) {
			const before = headings[headings.indexOf(from) - 1];
			yield {
				file: target,
				messageId: before ? 'moved' : 'moved-first',
				data: {
					heading: excerptOf(to, target.text),
					after: before ? excerptOf(before, source.text) : '',
				},
				range: to.span,
				source: from.span,
			};
		}
	},
};
