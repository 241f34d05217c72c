import { parseDocument } from '../document/parse-document.ts';
import { PLACEHOLDER } from '../placeholders.ts';
import type { SourceFile } from '../source-file.ts';

/**
 * A scaffold without as many of its last sections as it takes to fit, with a comment in their place.
 *
 * @param comment words that stand in for what is left out; no marks
 * @param fits whether a text is short enough
 */
export function shortenScaffold(
	scaffold: SourceFile,
	comment: string,
	fits: (text: string) => boolean,
): string {
	const { path, text } = scaffold;
	if (fits(text)) return text;
	const note = path.toLowerCase().endsWith('.mdx') ? `{/* ${comment} */}` : `<!-- ${comment} -->`;
	const lines = text.split(/(?<=\n)/);
	const shortened = parseDocument(scaffold)
		.blocks.filter(
			// A heading alone would promise what does not follow.
			({ kind }, index, blocks) => kind === 'heading' && blocks[index - 1]?.kind !== 'heading',
		)
		.map(({ span: { start } }) => {
			const isMarked = lines[start.line - 2]?.includes(PLACEHOLDER);
			return lines.slice(0, start.line - (isMarked ? 2 : 1)).join('') + `${note}\n`;
		})
		.findLast(fits);
	return shortened ?? `${note}\n`;
}
