import type { FrontMatter } from '../front-matter.ts';
import type { Range, Span } from '../place.ts';
import type { SourceFile } from '../source-file.ts';
import type { Block } from './block.ts';

/** A page as it is compared: its blocks, and what stands beside them. */
export interface Document extends SourceFile {
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
	/** An unclosed fence could not be closed: what follows it was read as code. */
	readonly isCutShort: boolean;
	/** Why the parser refused the file; the document is empty then. */
	readonly parseError?: ParseError;
}

/** Why a file could not be read as Markdown, and where that shows. */
export interface ParseError {
	readonly reason: string;
	readonly range: Range;
}

export interface Script {
	readonly kind: 'import' | 'export' | 'expression' | 'attribute';
	/** As it is written, without braces. */
	readonly value: string;
	readonly span: Span;
}

export interface Comment {
	readonly text: string;
	readonly span: Span;
}
