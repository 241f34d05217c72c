import type { Replacement } from '../finding.ts';
import type { Range } from '../place.ts';
import type { PageText } from './page-text.ts';

/**
 * Writes another target into a link or an image: in its brackets, its attribute, or the definition
 * that it refers to.
 *
 * @param place of the link or image
 * @returns `undefined` where the old target is not found as it is told, such as behind entities
 */
export function replaceTarget(
	page: PageText,
	place: Range,
	old: string,
	fresh: string,
): Replacement | undefined {
	const written = page.slice(place);
	const at = findTarget(written, old);
	const from = page.offsetOf(place.start);
	if (at !== undefined) return replacement(page.text, from + at, old, fresh);
	const label = /\[([^[\]]+)\](?:\[\])?$/.exec(written)?.[1];
	if (label === undefined) return undefined;
	const definition = new RegExp(
		String.raw`^[ \t>]*\[${RegExp.escape(label)}\]:[ \t]*<?(?=${RegExp.escape(old)})`,
		'im',
	).exec(page.text);
	if (!definition) return undefined;
	return replacement(page.text, definition.index + definition[0].length, old, fresh);
}

/** Where a target stands: the last place that can hold one, for its text may be the same. */
function findTarget(written: string, url: string): number | undefined {
	for (
		let at = written.lastIndexOf(url);
		at >= 0;
		at = at > 0 ? written.lastIndexOf(url, at - 1) : -1
	) {
		const [before, behind] = [written.slice(0, at), written.slice(at + url.length)];
		const isDestination = /\]\(\s*<?$|=\s*["']?$/.test(before) && /^[\s)>"']/.test(behind);
		const isWhole = /^<?$/.test(before) && /^>?$/.test(behind);
		if (isDestination || isWhole) return at;
	}
	return undefined;
}

function replacement(text: string, from: number, old: string, fresh: string): Replacement {
	const isBracketed = text[from - 1] === '<';
	const isMarkdown = text[from - 1] === '(';
	const needsBrackets = isMarkdown && !isBracketed && /[\s()]/.test(fresh);
	return { from, to: from + old.length, text: needsBrackets ? `<${fresh}>` : fresh };
}
