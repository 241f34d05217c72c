import type { Document } from '../document/document.ts';
import type { Range, Span } from '../place.ts';

/** A text in front matter, such as that of `hero.tagline`. */
export interface HeadText {
	readonly path: string;
	readonly value: string;
	readonly span: Span;
}

/**
 * The texts in the front matter of a page, at all depths, if it could hold any that runs: reading YAML
 * takes longer than all the rest.
 *
 * @param mayHold whether a head may hold such a text, unless a backslash hides it
 */
export function* headTexts(
	document: Document,
	mayHold: (written: string) => boolean,
): Generator<HeadText> {
	const { head, text } = document;
	if (!head) return;
	const written = text.slice(head.from, head.to);
	if (!mayHold(written) && !written.includes('\\')) return;
	const { data, places } = document.frontMatter;
	const placeOf = (path: string): Range =>
		places.get(path) ?? places.get(path.replace(/\.[^.]*$/, '')) ?? head;
	const waiting: [path: string, value: unknown][] = [['', data]];
	for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
		const [path, value] = entry;
		if (typeof value === 'string') {
			const { start, end } = placeOf(path);
			yield { path, value, span: { start, end, from: head.from, to: head.to } };
		} else if (typeof value === 'object' && value !== null)
			for (const [key, each] of Object.entries(value).reverse())
				waiting.push([path === '' ? key : `${path}.${key}`, each]);
	}
}
