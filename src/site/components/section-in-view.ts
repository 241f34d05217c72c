/**
 * The section that the reader is in, as a fragment: the one they asked for while it is in view,
 * otherwise the last heading above the upper third of the window. Empty at the top of a page.
 */
export function sectionInView(): string {
	const asked =
		location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
	if (asked && asked.closest('main') && isInView(asked)) return location.hash;

	if (window.scrollY < 1) return '';
	const headings = document.querySelectorAll('.sl-markdown-content :is(h2, h3, h4, h5, h6)[id]');
	let section = '';
	for (const heading of headings) {
		if (heading.getBoundingClientRect().top > window.innerHeight / 3) break;
		section = `#${encodeURIComponent(heading.id)}`;
	}
	return section;
}

function isInView(element: Element): boolean {
	const { top } = element.getBoundingClientRect();
	return top >= 0 && top < window.innerHeight;
}
