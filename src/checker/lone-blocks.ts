import type { Missing } from './alignment/alignment.ts';
import { eachBlock, isTitle, type Block, type BlockKind } from './document/block.ts';
import { wordsOf } from './document/text-of.ts';
import { excerpt } from './excerpt.ts';
import { namesOwnEditions } from './links/own-edition.ts';
import type { Pair } from './pair.ts';
import type { Remark } from './rule.ts';

/**
 * Remarks on blocks of some kinds that one side lacks, but for lists of languages and titles of
 * callouts. Neighbours are told together.
 * Messages: `missing`, `missing-several`, `moved`, `extra`; data: `excerpt`, `count`.
 */
export function* loneBlocks(pair: Pair, kinds: readonly BlockKind[]): Generator<Remark> {
	const { source, target, alignment } = pair;
	const missing = alignment.missing.filter(
		({ source: block }) =>
			kinds.includes(block.kind) && !isTitle(block) && !namesOwnEditions(block, 'source', pair),
	);
	for (const run of runsOf(missing)) {
		const [first] = run;
		yield {
			file: target,
			messageId: run.length > 1 ? 'missing-several' : 'missing',
			data: { excerpt: excerptOf(first!.source, source.text), count: String(run.length) },
			range: { start: first!.at, end: first!.at },
			source: { start: first!.source.span.start, end: run.at(-1)!.source.span.end },
		};
	}
	for (const { source: from, target: to } of alignment.moved)
		if (
			to.kind !== 'heading' &&
			kinds.includes(to.kind) &&
			!namesOwnEditions(from, 'source', pair) &&
			!namesOwnEditions(to, 'target', pair)
		)
			yield {
				file: target,
				messageId: 'moved',
				data: { excerpt: excerptOf(to, target.text), count: '1' },
				range: to.span,
				source: from.span,
			};
	for (const { target: block, at } of alignment.extra)
		if (kinds.includes(block.kind) && !isTitle(block) && !namesOwnEditions(block, 'target', pair))
			yield {
				file: target,
				messageId: 'extra',
				data: { excerpt: excerptOf(block, target.text), count: '1' },
				range: block.span,
				source: { start: at, end: at },
			};
}

/** Blocks of one kind that are missing at one place. */
function runsOf(missing: readonly Missing[]): Missing[][] {
	const runs: Missing[][] = [];
	for (const each of missing) {
		const last = runs.at(-1)?.at(-1);
		if (last?.at === each.at && last.source.kind === each.source.kind) runs.at(-1)!.push(each);
		else runs.push([each]);
	}
	return runs;
}

/** What a reader recognises a block by. */
export function excerptOf(block: Block, text: string): string {
	if (block.code) return excerpt(block.code.code.split('\n').find((line) => line.trim()) ?? '');
	if (block.kind === 'html' || block.kind === 'component')
		return excerpt(text.slice(block.span.from, block.span.to));
	const image = block.kind === 'figure' && block.inlines.find(({ kind }) => kind === 'image');
	if (image) return excerpt(image.value);
	for (const each of eachBlock([block])) {
		if (each.code) return excerptOf(each, text);
		if (each.kind === 'paragraph' || each.kind === 'heading' || each.kind === 'cell') {
			const words = excerpt(wordsOf(each, text));
			if (words !== '') return words;
		}
	}
	return excerpt(text.slice(block.span.from, block.span.to));
}
