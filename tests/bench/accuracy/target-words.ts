import type { Pair } from './fault.ts';
import { topLevel, wordsOf, type ParsedPage } from './parsed-page.ts';

/**
 * Plain words of the translation's own prose, to build other sentences of; none that the source
 * knows, for parts of a page may have stayed in its language.
 */
export function targetWords({ source, target }: Pair): string[] {
	const known = new Set(proseWords(source));
	return proseWords(target).filter((word) => /^\p{Ll}+$/u.test(word) && !known.has(word));
}

/** Whether most words of a page are not those of its source: else there is nothing to judge. */
export function isTranslated({ source, target }: Pair): boolean {
	const known = new Set(proseWords(source));
	const words = proseWords(target);
	return words.filter((word) => !known.has(word)).length > words.length / 2;
}

function proseWords(page: ParsedPage): string[] {
	return topLevel(page, 'paragraph').flatMap(({ node }) =>
		node.children.flatMap((child) => (child.type === 'text' ? wordsOf(child).split(/\s+/) : [])),
	);
}
