import { matchesOf } from '../alignment/alignment.ts';
import { cellRemarks } from '../tables/cell-remarks.ts';
import { excerpt } from '../excerpt.ts';
import { lazyLines } from '../lazy-lines.ts';
import { loneBlocks } from '../lone-blocks.ts';
import { tableRule } from '../mistyped/table.ts';
import type { Pair } from '../pair.ts';
import type { Remark, Rule } from '../rule.ts';

/** Tables, their rows and their columns. */
export const tableDrift: Rule<Pair> = {
	id: 'table-drift',
	severity: 'error',
	description: 'A table, or a row, column or cell of one, that is missing, new or out of place.',
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
		mistyped:
			'These lines are no table: `{found}` should have {count} columns, as the line above it. Write `{expected}`.',
		'mistyped-unruled':
			'These lines are no table, since no line of dashes stands below the first. Put `{expected}` there.',
		'cells-exchanged':
			'The cells of the row `{excerpt}` stand in other columns than in the source. Put each of them in its column.',
		'columns-exchanged':
			'The cells below {columns} stand in other columns than in the source, in all rows. Put each of them in its column.',
		'cell-empty': 'This cell is empty, expected `{expected}`. Translate it.',
		sign: 'The cell says `{found}`, expected `{expected}`. Write the sign of the source.',
		columns: 'The table has {found} columns, expected {expected}. Write the columns of the source.',
	},
	fixable: ['mistyped', 'mistyped-unruled'],
	*check(pair) {
		const lines = lazyLines(pair.target.text);
		for (const remark of loneBlocks(pair, ['table'])) yield mistyped(remark, lines) ?? remark;
		for (const remark of loneBlocks(pair, ['row']))
			yield { ...remark, messageId: `row-${remark.messageId}` };
		for (const { source: from, target: to } of matchesOf(pair.alignment, 'table'))
			if (from.name !== to.name)
				yield {
					file: pair.target,
					messageId: 'columns',
					data: { found: to.name, expected: from.name },
					range: to.span,
					source: from.span,
				};
		yield* cellRemarks(pair);
	},
};

/** The remark on a table that is there, but for the line that makes it one. */
function mistyped(remark: Remark, lines: () => readonly string[]): Remark | undefined {
	if (remark.messageId !== 'missing') return undefined;
	const { line } = remark.range!.start;
	const rule = tableRule(lines().slice(line - 1, line + 2));
	return (
		rule && {
			...remark,
			messageId: rule.found === undefined ? 'mistyped-unruled' : 'mistyped',
			data: {
				count: String(rule.columns),
				found: excerpt(rule.found ?? ''),
				expected: excerpt(rule.expected),
			},
		}
	);
}
