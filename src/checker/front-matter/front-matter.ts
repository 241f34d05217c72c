import { isMap, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml';
import type { Range, Span } from '../place.ts';
import { whyEndless } from './why-endless.ts';

/** The head of a page, between two lines of `---`. */
export interface FrontMatter {
	/** Keys and values; empty where there is no front matter or it is broken. */
	readonly data: Readonly<Record<string, unknown>>;
	/** Its `title`, where that is a text. */
	readonly title: string | undefined;
	/** Why it could not be read; places are in the file. */
	readonly problems: readonly FrontMatterProblem[];
	/** The whole block, fences included. */
	readonly span?: Span;
	/** Where each key's entry stands in the file, those within others by their path: `hero.title`. */
	readonly places: ReadonlyMap<string, Range>;
}

export interface FrontMatterProblem {
	readonly kind:
		'invalid' | 'colon' | 'duplicate-key' | 'not-a-mapping' | 'not-opened' | 'not-closed' | 'toml';
	/** The YAML parser's own words. */
	readonly reason: string;
	readonly range: Range;
}

/**
 * @param text the whole file
 * @param kind what the Markdown parser took the block for, if it found one
 * @param span where that block stands, fences included
 */
export function parseFrontMatter(
	text: string,
	kind: string | undefined,
	span: Span | undefined,
): FrontMatter {
	if (!span) {
		const open = /^---[ \t]*\r?\n(?=[\w-]+:)/.exec(text);
		return open
			? withProblem('not-closed', { start: { line: 1, column: 1 }, end: { line: 1, column: 4 } })
			: { data: {}, title: undefined, problems: [], places: new Map() };
	}
	if (kind === 'toml') return withProblem('toml', span, span);

	const block = text.slice(span.from, span.to);
	const lineEnd = block.indexOf('\n') + 1;
	const yaml = block.slice(lineEnd, Math.max(lineEnd, block.lastIndexOf('---')));
	const lines = new LineCounter();
	const document = parseDocument(yaml, {
		lineCounter: lines,
		prettyErrors: false,
		// Nothing but findings is told: a key that is a list would make the library warn on its own.
		logLevel: 'error',
		// Days are dates, as in other tools that read front matter.
		customTags: ['timestamp'],
	});
	// One line of `---` stands above the YAML.
	const place = (from: number, to: number): Range => {
		const [start, end] = [lines.linePos(from), lines.linePos(to)];
		return {
			start: { line: start.line + span.start.line, column: start.col },
			end: { line: end.line + span.start.line, column: end.col },
		};
	};
	if (document.errors.length > 0)
		return {
			data: {},
			title: undefined,
			span,
			places: new Map(),
			problems: document.errors.map(({ code, message, pos }) => ({
				kind: KINDS[code] ?? 'invalid',
				reason: message.includes('call stack') ? 'it is nested too deep' : message,
				range: place(...pos),
			})),
		};
	const { contents } = document;
	if (contents === null)
		return { data: {}, title: undefined, problems: [], span, places: new Map() };
	if (!isMap(contents)) return withProblem('not-a-mapping', span, span);

	try {
		const data = document.toJS() as Record<string, unknown>;
		const endless = whyEndless(data);
		if (endless !== undefined) return withProblem('invalid', span, span, endless);
		const places = new Map<string, Range>();
		for (const [path, from, to] of entriesOf(contents, ''))
			places.set(path, place(from, yaml.slice(0, to).trimEnd().length));
		const title = typeof data.title === 'string' ? data.title : undefined;
		return { data, title, problems: [], span, places };
	} catch (error) {
		// Aliases that would multiply without bound.
		const reason = error instanceof Error ? error.message : String(error);
		return withProblem('invalid', span, span, reason);
	}
}

/** The entries of a mapping and of those within it: path, first character, end of the value. */
function* entriesOf(node: ParsedNode, path: string): Generator<[string, number, number]> {
	const below = path === '' ? '' : `${path}.`;
	if (isMap(node))
		for (const { key, value } of node.items) {
			if (!isScalar(key)) continue;
			const name = `${below}${String(key.value)}`;
			yield [name, key.range[0], (value ?? key).range[1]];
			if (value) yield* entriesOf(value, name);
		}
	else if (isSeq(node))
		for (const [index, item] of node.items.entries()) {
			yield [`${below}${index}`, item.range[0], item.range[1]];
			yield* entriesOf(item, `${below}${index}`);
		}
}

/** Mistakes that deserve better words than the YAML parser has for them. */
const KINDS: Readonly<Record<string, FrontMatterProblem['kind']>> = {
	BLOCK_AS_IMPLICIT_KEY: 'colon',
	DUPLICATE_KEY: 'duplicate-key',
};

/** Front matter that could not be read. */
export function withProblem(
	kind: FrontMatterProblem['kind'],
	range: Range,
	span?: Span,
	reason = '',
): FrontMatter {
	return {
		data: {},
		title: undefined,
		problems: [{ kind, reason, range }],
		places: new Map(),
		...(span && { span }),
	};
}
