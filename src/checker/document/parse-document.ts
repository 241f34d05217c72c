import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';
import { parseFrontMatter, type FrontMatter } from '../front-matter.ts';
import { cutDeepNesting, FEATURES, MOST_LEVELS, spanOf } from '../markdown-tree.ts';
import type { Range } from '../place.ts';
import type { SourceFile } from '../source-file.ts';
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
export function parseDocument(file: SourceFile, isLenient = true): Document {
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
			reason ||= error instanceof Error ? error.message : String(error);
			continue;
		}
		const deep = cutDeepNesting(root);
		return deep
			? unreadable(file, tooDeep(spanOf(deep)))
			: understand({ ...file, text: attempt }, root);
	}
	return unreadable(file, readError(reason));
}

function unreadable(file: SourceFile, parseError: ParseError): Document {
	return {
		...file,
		frontMatter: parseFrontMatter('', undefined, undefined),
		head: undefined,
		blocks: [],
		scripts: [],
		comments: [],
		unclosedFences: [],
		isCutShort: false,
		parseError,
	};
}

function understand(file: SourceFile, root: MdastNode): Document {
	const first = 'children' in root ? root.children[0] : undefined;
	const head = first?.type === 'yaml' || first?.type === 'toml' ? first : undefined;
	let frontMatter: FrontMatter | undefined;
	const built = buildBlocks(root, file.text);
	const parts = head ? built : { ...built, blocks: withoutOpenHead(built.blocks, file.text) };
	return {
		...file,
		// Reading YAML takes longer than all the rest, and is not always asked for.
		get frontMatter() {
			return (frontMatter ??=
				head?.type === 'toml'
					? parseToml(head.value, spanOf(head))
					: parseFrontMatter(file.text, head?.type, head && spanOf(head)));
		},
		head: head && spanOf(head),
		...parts,
		unclosedFences: findUnclosedFences(parts.blocks, file.text),
		isCutShort: false,
	};
}

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
