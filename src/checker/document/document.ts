import type { FrontMatter } from '../front-matter/front-matter.ts';
import type { Range, Span } from '../place.ts';
import type { SourceFile } from '../source-file.ts';
import type { Block } from './block.ts';

/** A page as it is compared: its blocks, and what stands beside them. */
export interface Document extends SourceFile {
	/** The text of the file, before anything in it was closed or rewritten: its lines are those of `text`. */
	readonly written: string;
	readonly frontMatter: FrontMatter;
	/** Where the front matter stands, fences included. */
	readonly head: Span | undefined;
	/** Top-level blocks, headings among them, in the order of the document. */
	readonly blocks: readonly Block[];
	/** Imports, exports and expressions of MDX. */
	readonly scripts: readonly Script[];
	/** Comments of HTML and MDX, with what stands between their marks. */
	readonly comments: readonly Comment[];
	/** Fences that nothing closes, in the order in which they were found. */
	readonly unclosedFences: readonly Range[];
	/** Containers that nothing closes although the source does; known only of a translation. */
	readonly unclosedContainers: readonly UnclosedContainer[];
	/** An unclosed fence or container could not be closed: what follows it was not read as it is meant. */
	readonly isCutShort: boolean;
	/** Why the file is not understood; the document is empty then. */
	readonly parseError?: ParseError;
}

/** A directive, an element of HTML or a template without its end. */
export interface UnclosedContainer {
	/** As it is written: `:::note`, `<details>`, `{% raw %}`. */
	readonly opening: string;
	/** What has to be written behind it: `:::`, `</details>`, `{% endraw %}`. */
	readonly closing: string;
	/** Where it is opened. */
	readonly range: Range;
}

/** Why a file could not be read as Markdown, or is not to be, and where that shows. */
export interface ParseError {
	/** Absent where the parser refused it. */
	readonly kind?: 'conflict' | 'wrapped';
	/** What is wrong in words, or what is written at the place. */
	readonly reason: string;
	readonly range: Range;
}

export interface Script {
	readonly kind: 'import' | 'export' | 'expression' | 'attribute' | 'template';
	/** As it is written, without the braces of MDX. */
	readonly value: string;
	readonly span: Span;
}

export interface Comment {
	readonly text: string;
	readonly span: Span;
}
