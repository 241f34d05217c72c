import { matchesOf } from '../alignment/alignment.ts';
import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import type { Remark } from '../rule.ts';
import { spacedItem } from './list.ts';

/** Remarks on items that lack the space behind their marker, and are matched as if they had it. */
export function* unspacedItems({
	target,
	alignment,
	unspacedItems: places,
}: Pair): Generator<Remark> {
	if (places.length === 0) return;
	const sources = new Map(
		matchesOf(alignment, 'item').map(({ source, target: { span } }) => [span.start.line, source]),
	);
	const lines = target.written.split('\n');
	for (const place of places) {
		const at = { line: place + 1, column: 1 };
		const line = lines[place]!;
		const source = sources.get(at.line)?.span;
		yield {
			file: target,
			messageId: 'mistyped',
			data: { count: '1', found: excerpt(line), expected: excerpt(spacedItem(line) ?? line) },
			range: { start: at, end: at },
			...(source && { source }),
		};
	}
}
