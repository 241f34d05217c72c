import type { Point } from '../place.ts';
import type { Ends } from './align-level.ts';
import type { Matchable } from './alignment.ts';

/** Three marks or more, code of MDX, or where a link of the page leads. */
const BREAK = /^(?:([-*_])[ \t]*(?:\1[ \t]*){2,}$|(?:import|export)\s|\[[^\]^][^\]]*\]:\s)/;

/** What stands behind a line of a page; read when something is missing or extra, which is rare. */
export class DocumentEnds implements Ends {
	readonly #pages: Readonly<Record<'source' | 'target', Matchable>>;
	readonly #lines = new Map<'source' | 'target', readonly string[]>();

	constructor(source: Matchable, target: Matchable) {
		this.#pages = { source, target };
	}

	get source(): Point {
		return this.#endOf('source');
	}

	get target(): Point {
		return this.#endOf('target');
	}

	closingTagBehind(line: number): Point | undefined {
		return this.#behind('target', line, /^<\//);
	}

	breakBehind(side: 'source' | 'target', line: number): Point | undefined {
		return this.#behind(side, line, BREAK);
	}

	/** Where the next line that is not empty begins, if it is such a line. */
	#behind(side: 'source' | 'target', line: number, form: RegExp): Point | undefined {
		const lines = this.#linesOf(side);
		let next = line;
		while (lines[next]?.trim() === '') next++;
		const written = lines[next]?.trim();
		if (written === undefined || !form.test(written)) return undefined;
		return { line: next + 1, column: lines[next]!.indexOf(written) + 1 };
	}

	/** The last line that holds anything. */
	#endOf(side: 'source' | 'target'): Point {
		const lines = this.#linesOf(side);
		return { line: lines.length, column: lines.at(-1)!.length + 1 };
	}

	#linesOf(side: 'source' | 'target'): readonly string[] {
		let lines = this.#lines.get(side);
		if (!lines) this.#lines.set(side, (lines = this.#pages[side].text.trimEnd().split('\n')));
		return lines;
	}
}
