import type { Block } from '../document/block.ts';
import type { Document, Script } from '../document/document.ts';
import { writtenTexts } from '../html/written-text.ts';

/**
 * The expressions in double braces of a page, `{{ orders.length }}`. Vue, Jekyll and Angular evaluate
 * them in Markdown; in MDX they are expressions like any other.
 */
export function* templateExpressions(document: Document): Generator<Script> {
	if (document.path.toLowerCase().endsWith('.mdx')) return;
	for (const written of writtenTexts(document, '{{', true)) {
		const { block, text } = written;
		let to: number;
		for (let from = text.indexOf('{{'); from >= 0; from = text.indexOf('{{', to)) {
			const end = text.indexOf('}}', from);
			if (end < 0) break;
			to = end + (text[end + 2] === '}' ? 3 : 2);
			const value = text.slice(from, to);
			if (OTHERS.test(value)) continue;
			const span = written.spanOf(from, to);
			if (!isInTarget(value, span, block)) yield { kind: 'template', value, span };
		}
	}
}

/** Shortcodes, partials, comments, and macros with plain arguments: `{{glossary("order", 2)}}`. */
const OTHERS =
	/^\{\{(?:[<%>#]|!--[\s\S]*--\}\}$|\s*[A-Za-z]\w*\((?:"[^"]*"|'[^']*'|[\w\s,.-])*\)\s*\}\}$)/;

/** What a link or an image leads to is compared as such. */
function isInTarget(value: string, { from, to }: Script['span'], { inlines }: Block): boolean {
	return inlines.some(
		({ kind, value: target, span }) =>
			(kind === 'link' || kind === 'image') &&
			span.from <= from &&
			span.to >= to &&
			target.includes(value),
	);
}
