import Slugger from 'github-slugger';
import type { MdastNode } from 'satteri';
import { parseFrontMatter, type FrontMatter } from './front-matter/front-matter.ts';
import { htmlReferences } from './html/references.ts';
import { isSpacer, parseMarkdown, spanOf, textOf, walk } from './markdown-tree.ts';
import type { Span } from './place.ts';
import type { SourceFile } from './source-file.ts';

/** A Markdown file, understood: everything in it that a rule or the site asks for. */
export interface Page extends SourceFile {
	readonly frontMatter: FrontMatter;
	/** The first level-1 heading. */
	readonly mainHeading: Heading | undefined;
	/** All other headings, in the order of the document. */
	readonly headings: readonly Heading[];
	readonly codeBlocks: readonly CodeBlock[];
	/** Links, link definitions, images and the targets in raw HTML. */
	readonly references: readonly Reference[];
	readonly directives: readonly Directive[];
	/** Top-level blocks of nothing but `<br>`: spacers for eyes that read the raw file. */
	readonly spacers: readonly Span[];
	/** Targets that raw HTML offers to fragments: `<a id="here">`. */
	readonly htmlIds: readonly string[];
	/** Text of the first paragraph, for want of a description. */
	readonly firstParagraph: string;
}

export interface Heading {
	readonly depth: number;
	/** Visible text. */
	readonly text: string;
	/** The id that a Markdown host gives this heading: `how-to-check`, `how-to-check-1`. */
	readonly slug: string;
	readonly span: Span;
}

export interface CodeBlock {
	/** First word behind the fence; `undefined` for none and for indented code. */
	readonly language: string | undefined;
	/** The rest of the line behind the fence. */
	readonly meta: string;
	readonly code: string;
	readonly span: Span;
}

export interface Reference {
	readonly kind: 'link' | 'image' | 'html-link' | 'html-image';
	/** As it is written. */
	readonly url: string;
	readonly span: Span;
}

export interface Directive {
	readonly kind: 'container' | 'leaf' | 'text' | 'spaced';
	readonly name: string;
	/** Only a name: no label, no attributes. */
	readonly isBare: boolean;
	readonly span: Span;
}

/**
 * Understands one file with the parser that renders the site. Never throws for bad content: what
 * cannot be understood is missing from the page, and front matter carries its own problems.
 */
export function parsePage(file: SourceFile): Page {
	const text = file.defect ? '' : file.text;
	const root = parseMarkdown(text);
	const slugger = new Slugger();
	let yaml: MdastNode | undefined;
	let mainHeading: Heading | undefined;
	let firstParagraph = '';
	const headings: Heading[] = [];
	const codeBlocks: CodeBlock[] = [];
	const references: Reference[] = [];
	const directives: Directive[] = [];
	const htmlIds: string[] = [];

	walk(root, (node, depth) => {
		const span = spanOf(node);
		switch (node.type) {
			case 'yaml':
			case 'toml':
				yaml ??= node;
				break;
			case 'heading': {
				const visible = textOf(node, text).trim();
				const heading = { depth: node.depth, text: visible, slug: slugger.slug(visible), span };
				if (node.depth === 1 && !mainHeading) mainHeading = heading;
				else headings.push(heading);
				break;
			}
			case 'code':
				codeBlocks.push({
					language: node.lang ?? undefined,
					meta: node.meta ?? '',
					code: node.value,
					span,
				});
				break;
			case 'link':
			case 'definition':
				references.push({ kind: 'link', url: node.url, span });
				break;
			case 'image':
				references.push({ kind: 'image', url: node.url, span });
				break;
			case 'html': {
				const found = htmlReferences(node.value);
				htmlIds.push(...found.ids);
				for (const { kind, url } of found.targets) references.push({ kind, url, span });
				break;
			}
			case 'containerDirective':
			case 'leafDirective':
			case 'textDirective':
				directives.push({
					kind: DIRECTIVE_KINDS[node.type],
					name: node.name,
					isBare: node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0,
					span,
				});
				break;
			case 'paragraph': {
				const spaced = /^:::+[ \t]+([\w-]+)/.exec(text.slice(span.from, span.to));
				if (spaced) directives.push({ kind: 'spaced', name: spaced[1]!, isBare: true, span });
				else if (depth === 1 && !firstParagraph && !isSpacer(node))
					firstParagraph = textOf(node, text).replace(/\s+/g, ' ').trim();
				break;
			}
		}
	});

	return {
		...file,
		frontMatter: parseFrontMatter(text, yaml?.type, yaml && spanOf(yaml)),
		mainHeading,
		headings,
		codeBlocks,
		references,
		directives,
		spacers: 'children' in root ? root.children.filter(isSpacer).map(spanOf) : [],
		htmlIds,
		firstParagraph,
	};
}

const DIRECTIVE_KINDS = {
	containerDirective: 'container',
	leafDirective: 'leaf',
	textDirective: 'text',
} as const;
