import { matchesOf } from '../alignment/alignment.ts';
import { findDisplacedHeadings } from '../displaced-headings.ts';
import type { Block } from '../document/block.ts';
import { excerpt } from '../excerpt.ts';
import { lazyLines } from '../lazy-lines.ts';
import { excerptOf, loneBlocks } from '../lone-blocks.ts';
import { isHeadingByChance, spacedHeading } from '../mistyped/heading.ts';
import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';
import type { Remark, Rule } from '../rule.ts';

/** A heading that is gone, or came, while the text below it is still there. */
export const headingMissing: Rule<Pair> = {
	id: 'heading-missing',
	severity: 'error',
	description: 'A heading that one language has and the other lacks, above text that both have.',
	messages: {
		missing: 'The heading `{excerpt}` is missing above this text. Put its translation here.',
		'missing-several':
			'{count} headings are missing here, the first is `{excerpt}`. Put their translations here.',
		extra:
			'The heading `{excerpt}` does not exist in the source. Remove it and keep the text, or propose it for the source.',
		moved:
			'The heading `{excerpt}` stands above other text than in the source. Put it above `{before}`.',
		empty: 'The heading `{excerpt}` is empty here. Put its translation behind the marks.',
		unspaced:
			'`{found}` is no heading, since its marks are not `#` with a space behind them. Write `{expected}`.',
		underlined:
			'The text `{excerpt}` is a heading, since dashes stand right below it. Put a blank line between the two.',
	},
	fixable: ['unspaced', 'underlined'],
	*check(pair) {
		const { source, target, alignment } = pair;
		const byChance = [...alignment.extra, ...alignment.extraSections].filter((each) =>
			isHeadingByChance(each, target.text),
		);
		const told = new Set<Range | undefined>(byChance.map((each) => each.target.span));
		const lines = lazyLines(target.text);
		const lone: Remark[] = [];
		for (const remark of loneBlocks(pair, ['heading']))
			if (!told.has(remark.range)) {
				const mistyped = unspaced(remark, lines);
				if (mistyped) yield mistyped;
				else lone.push(remark);
			}
		yield* withMoved(lone, pair);
		for (const { source: from, target: to } of matchesOf(alignment, 'heading'))
			if (isEmpty(to) && !isEmpty(from))
				yield {
					file: target,
					messageId: 'empty',
					data: { excerpt: excerptOf(from, source.text) },
					range: to.span,
					source: from.span,
				};
		for (const { target: block, at } of byChance)
			yield {
				file: target,
				messageId: 'underlined',
				data: { excerpt: excerptOf(block, target.text) },
				range: block.span,
				source: { start: at, end: at },
			};
	},
};

/** Two remarks on a heading that moved become one. */
function* withMoved(remarks: readonly Remark[], { target, alignment }: Pair): Generator<Remark> {
	const moved = remarks.length > 1 ? findDisplacedHeadings(alignment) : [];
	const told = new Set<Remark>();
	for (const { missing, extra, before } of moved) {
		const gone = remarks.find(
			(each) => each.messageId === 'missing' && each.source?.start === missing.source.span.start,
		);
		const come = remarks.find(({ range }) => range === extra.target.span);
		if (!gone || !come) continue;
		told.add(gone).add(come);
		yield {
			file: target,
			messageId: 'moved',
			data: {
				excerpt: excerptOf(extra.target, target.text),
				before: excerptOf(before, target.text),
			},
			range: extra.target.span,
			source: missing.source.span,
		};
	}
	for (const remark of remarks) if (!told.has(remark)) yield remark;
}

/** Whether a heading has marks and nothing else. */
function isEmpty({ kind, node }: Block): boolean {
	return kind === 'heading' && 'children' in node && node.children.length === 0;
}

/** The remark on a heading that is there, but for a space. */
function unspaced(remark: Remark, lines: () => readonly string[]): Remark | undefined {
	if (remark.messageId !== 'missing') return undefined;
	const { start } = remark.range!;
	const line = lines()[start.line - 1]!.trim();
	const expected = spacedHeading(line);
	return expected === undefined
		? undefined
		: {
				...remark,
				messageId: 'unspaced',
				data: { found: excerpt(line), expected: excerpt(expected) },
			};
}
