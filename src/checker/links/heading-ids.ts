import Slugger from 'github-slugger';
import { align, type Alignable } from '../align.ts';
import type { Page } from '../page.ts';

/**
 * The ids of a page's headings: those of the source page in every language, so that
 * `#how-to-check` leads to the same section everywhere with no markup in the text. A heading
 * without a counterpart keeps the id of its own words.
 *
 * @returns one id for each of `page.headings`
 */
export function headingIds(page: Page, source: Page | undefined): string[] {
	if (!source || source === page) return page.headings.map(({ slug }) => slug);
	const matches = align(alignables(source), alignables(page));
	const slugger = new Slugger();
	for (const { slug } of source.headings) slugger.slug(slug);
	return page.headings.map(
		({ text }, index) => source.headings[matches[index]!]?.slug ?? slugger.slug(text),
	);
}

/** Each heading with what stands between it and the next one. */
function alignables({ headings, codeBlocks, references }: Page): Alignable[] {
	const marks = headings.map((): string[] => []);
	const sectionAt = (offset: number): number =>
		headings.findLastIndex(({ span }) => span.from <= offset);
	for (const { language, span } of codeBlocks)
		marks[sectionAt(span.from)]?.push(`code ${language ?? ''}`);
	for (const { kind, url, span } of references) marks[sectionAt(span.from)]?.push(`${kind} ${url}`);
	return headings.map(({ depth }, index) => ({ depth, marks: marks[index]! }));
}
