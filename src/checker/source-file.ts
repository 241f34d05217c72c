import type { Point } from './place.ts';

/** A Markdown file as the corpus hands it over: decoded, not yet understood. */
export interface SourceFile {
	/** Where people find it, relative to the folder they stand in: `content/fr/a/b.md`. */
	readonly path: string;
	/** Locale folder: `fr`. */
	readonly locale: string;
	/** Path below the locale folder, the same in every language: `a/b.md`. */
	readonly page: string;
	/** The text without byte order mark; empty where `defect` says why it could not be read. */
	readonly text: string;
	readonly defect?: Defect;
}

/** Why a file could not be turned into text. */
export type Defect =
	| { readonly kind: 'unreadable'; readonly reason: string }
	| { readonly kind: 'utf-16' }
	| { readonly kind: 'not-utf-8'; readonly byte: number; readonly at: Point };
