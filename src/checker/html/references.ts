import { htmlToHast, type HastNode } from 'satteri';

/** What a piece of raw HTML points to, and what can point into it. */
export interface HtmlReferences {
	readonly targets: readonly { readonly kind: 'html-link' | 'html-image'; readonly url: string }[];
	readonly ids: readonly string[];
}

const NOTHING: HtmlReferences = { targets: [], ids: [] };

/** `htmlReferences('<a href="x.md">')` => `{ targets: [{ kind: 'html-link', url: 'x.md' }], ids: [] }` */
export function htmlReferences(html: string): HtmlReferences {
	if (!/\b(?:href|src|id|name)\s*=/i.test(html)) return NOTHING;
	const targets: { kind: 'html-link' | 'html-image'; url: string }[] = [];
	const ids: string[] = [];
	const visit = (node: HastNode): void => {
		if (node.type === 'element') {
			const { href, src, id, name } = node.properties;
			if (node.tagName === 'a' && typeof href === 'string')
				targets.push({ kind: 'html-link', url: href });
			if (typeof src === 'string') targets.push({ kind: 'html-image', url: src });
			if (typeof id === 'string') ids.push(id);
			if (node.tagName === 'a' && typeof name === 'string') ids.push(name);
		}
		if ('children' in node) node.children.forEach(visit);
	};
	visit(htmlToHast(html, { fragment: true }));
	return { targets, ids };
}
