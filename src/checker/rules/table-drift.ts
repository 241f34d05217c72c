import { loneBlocks } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** Tables, their rows and their columns. */
export const tableDrift: Rule<Pair> = {
	id: 'table-drift',
	severity: 'error',
	description: 'A table, or a row or column of one, that is missing or new.',
	messages: {
		missing: 'The table that begins with `{excerpt}` is missing. Translate it and put it here.',
		'missing-several':
			'{count} tables are missing here, the first begins with `{excerpt}`. Translate them and put them here.',
		moved:
			'The table that begins with `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
		extra: 'The source has no table that begins with `{excerpt}`. Remove it.',
		'row-missing': 'The row `{excerpt}` is missing in this table. Translate it and put it here.',
		'row-missing-several':
			'{count} rows are missing in this table, the first is `{excerpt}`. Translate them and put them here.',
		'row-moved':
			'The row `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
		'row-extra': 'The row `{excerpt}` does not exist in the source. Remove it.',
		columns: 'The table has {found} columns, expected {expected}. Write the columns of the source.',
	},
	*check(pair) {
		yield* loneBlocks(pair, ['table']);
		for (const remark of loneBlocks(pair, ['row']))
			yield { ...remark, messageId: `row-${remark.messageId}` };
		for (const { source: from, target: to } of pair.alignment.matches)
			if (from.kind === 'table' && from.name !== to.name)
				yield {
					file: pair.target,
					messageId: 'columns',
					data: { found: to.name, expected: from.name },
					range: to.span,
					source: from.span,
				};
	},
};
