import type { Replacement } from '../finding.ts';
import type { OffsetMap } from './map-offsets.ts';

/** Stands for a piece of code, an image or the like: part of the sentence, but not its words. */
export const OBJECT = '\uFFFC';

/** Stands for a character of an address: what follows one might become a part of it. */
export const ADDRESS = '\uFFF9';

/** Prose that reads on, such as a paragraph, without the marks of Markdown. */
export interface ProseRun {
	/** Characters as readers see them; code and the like by {@link OBJECT}. */
	readonly text: string;
	/** Where the character at an index begins and ends in the file. */
	readonly starts: readonly number[];
	readonly ends: readonly number[];
	/**
	 * Where something can be put before the character at an index: behind the marks that close what
	 * stands before it, and before those that open what it stands in. One more than characters.
	 */
	readonly joints: readonly number[];
	/** What is in italics: often words in another language, or words that are spoken of. */
	readonly emphases: readonly Pick<Edit, 'from' | 'to'>[];
	/** Whether it is a heading, or the title in the front matter. */
	readonly isHeading: boolean;
}

/** A change to a run, in indices of its text; nothing is taken away where `from` is `to`. */
export interface Edit {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

/**
 * The same change to the file; `undefined` where it could turn marks of Markdown beside it into
 * something else.
 */
export function replacementOf(
	{ starts, ends, joints }: ProseRun,
	{ from, to, text }: Edit,
	original: string,
): Replacement | undefined {
	const [begin, end] =
		from === to ? [joints[from]!, joints[from]!] : [starts[from]!, ends[to - 1]!];
	if (Number.isNaN(begin) || Number.isNaN(end)) return undefined;
	for (let index = from + 1; index < to; index++)
		if (starts[index] !== ends[index - 1]) return undefined;
	const isRemoved = text === '';
	// `[note] :` without its space defines a link, and `a **: b**` is bold no more.
	if (isRemoved && (original[begin - 1] === ']' || (starts[to] ?? end) !== end)) return undefined;
	if (/^[\u00A0\u202F]/.test(text) && isBehindAddress(original, begin)) return undefined;
	return { from: begin, to: end, text };
}

/** To some parsers a no-break space is a part of the address that nothing else ends. */
function isBehindAddress(text: string, at: number): boolean {
	const word = /\S*$/.exec(text.slice(Math.max(0, at - 300), at))![0];
	return /:\/\/|www\./i.test(word.replace(/\]\([^\s)]*\)|<[^\s>]*>/g, ''));
}

/** Builds a run, piece by piece. Places are those of the document's text. */
export interface RunBuilder {
	/** Text as it is written, over one or more lines. */
	addText(from: number, to: number, tokens?: RegExp): void;
	/** One character that stands for all that is written there. */
	addStandIn(from: number, to: number, character?: string): void;
	/** Whatever is added meanwhile is in italics. */
	emphasize(add: () => void): void;
	/** Marks that open something. */
	open(from: number): void;
	/** Marks that close something. */
	close(to: number): void;
	build(isHeading: boolean): ProseRun;
}

/**
 * @param source text of the document
 * @param map from places in it to those in the file
 */
export function createRunBuilder(source: string, map: OffsetMap): RunBuilder {
	let text = '';
	const starts: number[] = [];
	const ends: number[] = [];
	const joints: number[] = [];
	const emphases: { from: number; to: number }[] = [];
	/** Behind all that was added or closed; `undefined` at the beginning of a line. */
	let edge: number | undefined;

	function add(character: string, from: number, to: number, delta: number | undefined): void {
		text += character;
		starts.push(from + (delta ?? NaN));
		ends.push(to + (delta ?? NaN));
		joints.push((edge ?? from) + (delta ?? NaN));
		edge = to;
	}

	function addLine(from: number, to: number, tokens: RegExp): void {
		const delta = map(from, to);
		let at = from;
		const addPlain = (until: number): void => {
			for (; at < until; at++) add(source[at]!, at, at + 1, delta);
			at = until;
		};
		for (const { index, 0: token } of source.slice(from, to).matchAll(tokens)) {
			addPlain(from + index);
			add(meaningOf(token), at, at + token.length, delta);
			at += token.length;
		}
		addPlain(to);
	}

	return {
		addText(from, to, tokens = MARKDOWN) {
			let at = from;
			for (;;) {
				const lineEnd = source.indexOf('\n', at);
				const isLast = lineEnd < 0 || lineEnd >= to;
				const end = isLast ? to : source[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
				if (end > at) addLine(at, end, tokens);
				if (isLast) return;
				// What a line of a quotation or of an item begins with is no text.
				at = lineEnd + 1;
				while (at < to && /[ \t>]/.test(source[at]!)) at++;
				add('\n', end, at, undefined);
				edge = undefined;
			}
		},
		addStandIn(from, to, character = OBJECT) {
			const lineStart = Math.max(from, source.lastIndexOf('\n', to - 1) + 1);
			add(character, from, to, map(lineStart, to));
			if (character === '\n') edge = undefined;
		},
		emphasize(addParts) {
			const from = text.length;
			addParts();
			emphases.push({ from, to: text.length });
		},
		open(from) {
			edge ??= from;
		},
		close(to) {
			edge = to;
		},
		build(isHeading) {
			const behind = ends.at(-1) ?? NaN;
			return { text, starts, ends, joints: [...joints, behind], emphases, isHeading };
		},
	};
}

/** Escapes and character references. */
const MARKDOWN = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]*);/g;

const REFERENCES: Readonly<Record<string, string>> = {
	...{ '&nbsp;': '\u00A0', '&#160;': '\u00A0', '&#xa0;': '\u00A0' },
	...{ '&#8239;': '\u202F', '&#x202f;': '\u202F' },
	...{ '&laquo;': '«', '&raquo;': '»', '&rsquo;': '’', '&hellip;': '…' },
};

/** `meaningOf('\\*')` => `'*'`; one of YAML, `''`, is an apostrophe. */
function meaningOf(token: string): string {
	if (token.startsWith('&')) return REFERENCES[token.toLowerCase()] ?? OBJECT;
	return token.at(-1)!;
}
