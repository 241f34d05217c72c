import { matchesOf } from '../alignment/alignment.ts';
import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import type { Remark } from '../rule.ts';
import { spacedItem } from './list.ts';

/**
 * Remarks on items that lack the space behind their marker, and are matched as if they had it; one for
 * each list.
 */
export function* unspacedItems({
	target,
	alignment,
	unspacedItems: places,
}: Pair): Generator<Remark> {
	if (places.length === 0) return;
	const lists = new Map(
		matchesOf(alignment, 'list').flatMap(({ target: list }) =>
			list.children.map(({ span }) => [span.start.line, list] as const),
		),
	);
	const items = new Map(
		matchesOf(alignment, 'item').map((match) => [match.target.span.start.line, match.source]),
	);
	const lines = target.written.split('\n');
	for (const [first, ...others] of Map.groupBy(places, (at) => lists.get(at + 1)).values()) {
		const line = lines[first!]!;
		const start = { line: first! + 1, column: 1 };
		const source = items.get(start.line);
		yield {
			file: target,
			messageId: others.length > 0 ? 'mistyped-several' : 'mistyped',
			data: {
				count: String(others.length + 1),
				found: excerpt(line),
				expected: excerpt(spacedItem(line) ?? line),
			},
			range: { start, end: start },
			...(source && { source: source.span }),
		};
	}
}
