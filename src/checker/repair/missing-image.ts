import { blockAt } from './find-block.ts';
import { inlinesAt } from './change-target.ts';
import { eachBlock, type Block, type Inline } from '../document/block.ts';
import { insertMissing } from './missing-blocks.ts';
import type { PageText } from './page-text.ts';
import type { Replacement } from '../finding.ts';
import type { Point } from '../place.ts';
import { rebaseTargets } from '../links/relative-target.ts';
import type { Repair } from './repair.ts';

/** An image comes with the words that describe it, which are then to be translated. */
export const repairMissingImage: Repair = function* (finding, pair) {
	const { source, target, sourceText, targetText } = pair;
	if (blockAt(source, ['figure'], finding.source?.range)) {
		yield* insertMissing(finding, pair, 'figure');
		return;
	}
	const image = inlinesAt(source, 'image', finding.source?.range)[0];
	const holder = image && eachBlock(source.blocks).find(({ inlines }) => inlines.includes(image));
	const block = blockAt(
		target,
		['paragraph', 'heading', 'cell', 'figure', 'html', 'component'],
		finding.range,
	);
	if (!image || !holder || !block) return;
	const written = rebaseTargets(writtenAsInline(image, sourceText), source.path, target.path);
	const ends = endsOf(block);
	if (!ends) {
		if (block.kind === 'cell') yield [fillCell(block, written, targetText)];
		return;
	}
	const inner = endsOf(holder);
	const isFirst = inner !== undefined && sourceText.offsetOf(inner.start) >= offsetOf(image);
	const at = targetText.offsetOf(isFirst ? ends.start : ends.end);
	yield [{ from: at, to: at, text: isFirst ? `${written} ` : ` ${written}` }];

	function offsetOf({ span }: Inline): number {
		return sourceText.offsetOf(span.start);
	}
};

/** Where the text of a block begins and ends, without its marks. */
function endsOf({ node }: Block): { readonly start: Point; readonly end: Point } | undefined {
	if (!('children' in node)) return undefined;
	const [first, last] = [node.children[0], node.children.at(-1)];
	if (!first?.position || !last?.position) return undefined;
	return { start: first.position.start, end: last.position.end };
}

/** An empty cell of a table, with its bars and the space between them. */
function fillCell({ span }: Block, written: string, text: PageText): Replacement {
	const [from, to] = [text.offsetOf(span.start), text.offsetOf(span.end)];
	const cell = text.slice(span);
	const [bar, end] = [cell.startsWith('|') ? '|' : '', /.\|$/.test(cell) ? '|' : ''];
	return { from, to, text: `${bar} ${written} ${end}` };
}

/** The image as it is written, with its target where it refers to a definition. */
function writtenAsInline({ span, value }: Inline, text: PageText): string {
	const written = text.slice(span).replace(/\s+/g, ' ');
	const [, words] = /^!\[([^\]]*)\](?:\[[^\]]*\])?$/.exec(written) ?? [];
	return words === undefined ? written : `![${words}](${value})`;
}
