import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { parseFrontMatter, type FrontMatter } from '../front-matter/front-matter.ts';
import { cutDeepNesting, FEATURES, MOST_LEVELS, spanOf } from '../markdown-tree.ts';
import type { Range, Span } from '../place.ts';
import type { Defect, SourceFile } from '../source-file.ts';
import type { Block } from './block.ts';
import { buildBlocks } from './build-blocks.ts';
import type { Document, ParseError } from './document.ts';
import { findFlood } from './find-flood.ts';
import { rewriteFlavour, rewriteForMdx } from './flavours.ts';
import { parseToml } from './toml-front-matter.ts';
import { findUnclosedFences } from './unclosed-fences.ts';

/**
 * Understands one file for comparison, by the parser that renders the site; `.mdx` is parsed and
 * never evaluated. Never throws for bad content: what cannot be parsed says so in `parseError`.
 *
 * @param isLenient whether MDX may hold what other site generators allow: HTML comments, `{#id}`
 */
export function parseDocument(
	file: SourceFile & Partial<Pick<Document, 'written'>>,
	isLenient = true,
): Document {
	const isMdx = file.path.toLowerCase().endsWith('.mdx');
	const text = rewriteFlavour(file.defect ? '' : file.text);
	const flood = findFlood(text, isMdx);
	if (flood) return unreadable(file, flood);
	const attempts = new Set(isMdx && isLenient ? [text, rewriteForMdx(text)] : [text]);
	const options = { features: FEATURES };
	let reason = '';
	for (const attempt of attempts) {
		let root: MdastNode;
		try {
			root = isMdx ? mdxToMdast(attempt, options) : markdownToMdast(attempt, options);
		} catch (error) {
			// The last attempt holds nothing any more that is only foreign, not wrong.
			reason = error instanceof Error ? error.message : String(error);
			continue;
		}
		const deep = cutDeepNesting(root);
		return deep
			? unreadable(file, tooDeep(spanOf(deep)))
			: new ParsedDocument({ ...file, written: file.written ?? file.text, text: attempt }, root);
	}
	return unreadable(file, readError(reason));
}

/** A document without anything in it, which says why. */
export function unreadable(file: SourceFile, parseError: ParseError): Document {
	return {
		...file,
		written: file.text,
		frontMatter: parseFrontMatter('', undefined, undefined),
		head: undefined,
		blocks: [],
		scripts: [],
		comments: [],
		unclosedFences: [],
		unclosedContainers: [],
		isCutShort: false,
		parseError,
	};
}

/**
 * Its front matter is read when first asked for: YAML takes longer than all the rest. In a class,
 * since V8 keeps the accessors of a literal with the shape of the object, and whatever they close
 * over until it collects all garbage: every page of a run, in effect.
 */
class ParsedDocument implements Document {
	readonly path: string;
	readonly locale: string;
	readonly page: string;
	readonly text: string;
	readonly written: string;
	readonly head: Span | undefined;
	readonly blocks: readonly Block[];
	readonly scripts: Document['scripts'];
	readonly comments: Document['comments'];
	readonly unclosedFences: Document['unclosedFences'];
	readonly unclosedContainers: Document['unclosedContainers'] = [];
	readonly isCutShort = false;
	declare readonly defect?: Defect;
	readonly #head: Head | undefined;
	#frontMatter: FrontMatter | undefined;

	constructor(
		{ path, locale, page, text, written, defect }: SourceFile & Pick<Document, 'written'>,
		root: MdastNode,
	) {
		const first = 'children' in root ? root.children[0] : undefined;
		const head = first?.type === 'yaml' || first?.type === 'toml' ? first : undefined;
		const { blocks, scripts, comments } = buildBlocks(root, text);
		this.path = path;
		this.locale = locale;
		this.page = page;
		this.text = text;
		this.written = written;
		if (defect) this.defect = defect;
		this.#head = head;
		this.head = head && spanOf(head);
		this.blocks = head ? blocks : withoutOpenHead(blocks, text);
		this.scripts = scripts;
		this.comments = comments;
		this.unclosedFences = findUnclosedFences(this.blocks, text);
	}

	get frontMatter(): FrontMatter {
		return (this.#frontMatter ??=
			this.#head?.type === 'toml'
				? parseToml(this.#head.value, this.head!)
				: parseFrontMatter(this.text, this.#head?.type, this.head));
	}
}

type Head = MdastNode & { type: 'yaml' | 'toml' };

/** Front matter that nothing closes is no text: up to the first blank line it was meant as keys. */
function withoutOpenHead(blocks: readonly Block[], text: string): readonly Block[] {
	const keys = /^---[ \t]*\r?\n(?:[\w-]+:.*|[ \t]+\S.*|- .*)(?:\n.*\S.*)*/.exec(text)?.[0];
	return keys === undefined ? blocks : blocks.filter(({ span }) => span.from >= keys.length);
}

function tooDeep({ start }: Range): ParseError {
	return {
		reason: `it is nested more than ${MOST_LEVELS} levels deep`,
		range: { start, end: start },
	};
}

/** `'3:7: Unexpected token (mdx-jsx:…)'` => its place and its words. */
function readError(message: string): ParseError {
	const match = /^(\d+):(\d+)(?:-\d+:\d+)?:\s*([\s\S]*?)(?:\s*\([\w-]+:[\w-]+\))?$/.exec(message);
	const point = { line: Number(match?.[1] ?? 1), column: Number(match?.[2] ?? 1) };
	const reason = (match?.[3] ?? message)
		.replace(/\s+/g, ' ')
		.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, '')
		.replace(/\.$/, '');
	return { reason, range: { start: point, end: point } };
}
