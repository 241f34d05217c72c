import type { Document } from '../document/document.ts';

/**
 * The names that stand behind a `<` on a page, its code included, in lower case: what is not among
 * them need not be looked for. Told once for all who ask.
 */
export function writtenTags(document: Document): ReadonlySet<string> {
	let tags = known.get(document);
	if (!tags) {
		tags = new Set(document.text.match(TAG)?.map((tag) => tag.slice(1).toLowerCase()));
		known.set(document, tags);
	}
	return tags;
}

const known = new WeakMap<Document, ReadonlySet<string>>();
const TAG = /<[A-Za-z][A-Za-z\d]*/g;
