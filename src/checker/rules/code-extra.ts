import type { Block } from '../document/block.ts';
import { loneBlocks } from '../lone-blocks.ts';
import { codeByLostMarks } from '../mistyped/lost-marks.ts';
import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';
import type { Rule } from '../rule.ts';

/** A code block that only the translation has: nobody has reviewed what it makes readers run. */
export const codeExtra: Rule<Pair> = {
	id: 'code-extra',
	severity: 'error',
	description: 'A code block that only the translation has.',
	messages: {
		extra:
			'The code block that begins with `{excerpt}` does not exist in the source. Remove it, or propose it for the source.',
		split: 'These two code blocks are one in the source. Remove the fences between them.',
	},
	fixable: ['split'],
	*check(pair) {
		const left = codeByLostMarks(pair);
		for (const remark of loneBlocks(pair, ['code']))
			if (remark.messageId === 'extra' && !left.has(remark.range!)) yield remark;
		for (const { match, parts } of pair.alignment.splitCode)
			for (const [index, part] of parts.slice(1).entries())
				yield {
					file: pair.target,
					messageId: 'split',
					range: between(parts[index]!, part),
					source: match.source.span,
				};
	},
};

/** From the fence that closes one block to the one that opens the next. */
function between({ span: { start, end } }: Block, next: Block): Range {
	return { start: { line: end.line, column: start.column }, end: next.span.start };
}
