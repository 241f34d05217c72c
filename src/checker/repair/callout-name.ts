import { blockAt } from './find-block.ts';
import type { PageText } from './page-text.ts';
import type { Point } from '../place.ts';
import type { Repair } from './repair.ts';

/** A callout has the keyword that it has in the source, written as there. */
export const repairCalloutName: Repair = function* (
	finding,
	{ source, target, sourceText, targetText },
) {
	const from = blockAt(source, ['callout', 'component'], finding.source?.range);
	const to = blockAt(target, ['callout', 'component', 'code'], finding.range);
	if (!from || !to) return;
	const [expected, found] = [
		keywordAt(from.span.start, sourceText),
		keywordAt(to.span.start, targetText),
	];
	if (expected && found)
		yield [{ from: found.from, to: found.from + found.word.length, text: expected.word }];
};

/** The keyword with which a callout opens: `> [!TIP]`, `:::tip`, `!!! tip`, `/// tip`, `:::{tip}`. */
function keywordAt(
	{ line, column }: Point,
	page: PageText,
): { readonly word: string; readonly from: number } | undefined {
	const written = page.lines[line - 1]!;
	const match =
		/^([\s>]*(?:\[!|:{3,}\s*\{?\s*(?:\.(?:callout-)?)?|(?:!!!|\?\?\?\+?|\/{3,})\s+|[`~]{3,}\{))([\p{L}\p{N}_-]+)/u.exec(
			written.slice(column - 1),
		);
	if (!match) return undefined;
	return { word: match[2]!, from: page.offsetOf({ line, column: column + match[1]!.length }) };
}
