import type { Page } from '../../checker/page.ts';
import type { Span } from '../../checker/place.ts';

/**
 * The text of a page without what the site shows elsewhere or not at all: front matter, title and
 * `<br/>` spacers. They are blanked, so that lines keep their numbers.
 */
export function pageBody({ text, frontMatter, mainHeading, spacers }: Page): string {
	const cuts: Span[] = [...spacers];
	if (frontMatter.span) cuts.push(frontMatter.span);
	if (mainHeading) cuts.push(mainHeading.span);
	let body = '';
	let from = 0;
	for (const cut of cuts.sort((a, b) => a.from - b.from)) {
		body += text.slice(from, cut.from) + text.slice(cut.from, cut.to).replace(/[^\n]/g, '');
		from = cut.to;
	}
	return (body + text.slice(from)).replace(/\r\n?/g, '\n');
}
