import { defineHastPlugin, defineMdastPlugin, type PluginFactoryContext } from 'satteri';
import { stateFacts } from '../releases/release-facts.ts';
import { releaseTable, type ReleaseWords } from '../releases/release-table.ts';
import { hasClass } from './has-class.ts';
import { instructionsIn } from './render-instructions.ts';

/** Gives headings the ids and links the targets that the loader worked out for the page. */
export function followInstructions() {
	return () => {
		let heading = 0;
		return defineMdastPlugin({
			name: 'handbook-instructions',
			heading(node, ctx) {
				const id = instructionsIn(ctx.data)?.headingIds[heading++];
				if (id !== undefined) ctx.setProperty(node, 'data', { ...node.data, hProperties: { id } });
			},
			link(node, ctx) {
				const href = instructionsIn(ctx.data)?.hrefs[node.url];
				if (href !== undefined) ctx.setProperty(node, 'url', href);
			},
			definition(node, ctx) {
				const href = instructionsIn(ctx.data)?.hrefs[node.url];
				if (href !== undefined) ctx.setProperty(node, 'url', href);
			},
		});
	};
}

/** Puts what `src/releases.ts` says in the place of directives such as `:node[24]`. */
export function stateReleases(words: (file: URL) => ReleaseWords) {
	return ({ fileURL }: PluginFactoryContext) => {
		if (!fileURL) return undefined;
		return defineMdastPlugin({
			name: 'handbook-releases',
			textDirective(node, ctx) {
				const label = ctx.textContent(node);
				const written = label === '' ? `:${node.name}` : `:${node.name}[${label}]`;
				const value = stateFacts(written, words(fileURL).lang);
				return value === written ? undefined : { type: 'text', value };
			},
			leafDirective(node) {
				return node.name === 'node-releases' ? { raw: releaseTable(words(fileURL)) } : undefined;
			},
		});
	};
}

/**
 * Moves the hidden words of heading links into their accessible name, so that the text of a page is
 * what its author wrote: for copying, for reader modes and for the search index.
 */
export const nameHeadingLinks = defineHastPlugin({
	name: 'handbook-heading-links',
	element: {
		filter: ['a'],
		visit(node, ctx) {
			if (!hasClass(node, 'sl-anchor-link')) return;
			const hidden = node.children.find(
				(child) => child.type === 'element' && hasClass(child, 'sr-only'),
			);
			if (!hidden) return;
			ctx.setProperty(node, 'ariaLabel', ctx.textContent(hidden));
			ctx.removeNode(hidden);
		},
	},
});

/** Marks the headings of sections whose source has changed since they were translated. */
export function markStaleSections(label: (file: URL) => string) {
	return ({ fileURL }: PluginFactoryContext) => {
		if (!fileURL) return undefined;
		const value = label(fileURL);
		return defineHastPlugin({
			name: 'handbook-stale-sections',
			element: {
				filter: ['div'],
				visit(node, ctx) {
					if (!hasClass(node, 'sl-heading-wrapper')) return;
					const ids = instructionsIn(ctx.data)?.staleIds ?? [];
					const [heading] = node.children;
					const id = heading?.type === 'element' && heading.properties.id;
					if (typeof id !== 'string' || !ids.includes(id)) return;
					// Beside the heading: in it, the mark would be in the table of contents.
					ctx.appendChild(node, {
						type: 'element',
						tagName: 'span',
						properties: { className: ['stale-mark'], dataPagefindIgnore: '' },
						children: [{ type: 'text', value }],
					});
				},
			},
		});
	};
}

/** Footnote labels in the language of the page; Sätteri knows one language for all pages. */
export function translateFootnotes(
	words: (file: URL) => { label: string; back: (number: string) => string },
) {
	return ({ fileURL }: PluginFactoryContext) => {
		if (!fileURL) return undefined;
		const { label, back } = words(fileURL);
		return defineHastPlugin({
			name: 'handbook-footnotes',
			element: {
				filter: ['h2', 'a'],
				visit(node, ctx) {
					if (node.tagName === 'h2' && node.properties.id === 'footnote-label')
						ctx.setProperty(node, 'children', [{ type: 'text', value: label }]);
					const reference = node.properties.ariaLabel;
					if ('dataFootnoteBackref' in node.properties && typeof reference === 'string')
						ctx.setProperty(node, 'ariaLabel', back(/[\d-]+$/.exec(reference)?.[0] ?? ''));
				},
			},
		});
	};
}
