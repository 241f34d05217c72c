import type { Block } from './block.ts';
import type { Comment, Script } from './document.ts';

/** What the tree of a page holds, sorted by what it is to a translator. */
export interface Parts {
	readonly blocks: readonly Block[];
	readonly scripts: readonly Script[];
	readonly comments: readonly Comment[];
}

/** What reading a tree needs to know, and where it puts what is no block. */
export interface Context {
	readonly source: string;
	/** Identifier of a link definition -> its target. */
	readonly definitions: ReadonlyMap<string, string>;
	/** Names of the templates that the page closes; `undefined` for a page without any. */
	readonly closed: ReadonlySet<string> | undefined;
	readonly scripts: Script[];
	readonly comments: Comment[];
}
