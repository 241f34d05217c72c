import type { Document } from './document.ts';
import { eachBlock, type Block } from './block.ts';
import { parseDocument } from './parse-document.ts';
import type { Range } from '../place.ts';

/** Repairs a page beyond this many unclosed fences would say little that is true. */
const MOST_REPAIRS = 8;

/**
 * Closes the fences that a translation forgot to close, where its source shows where their code
 * ends, so that what follows can still be compared. Lines keep their numbers.
 *
 * @returns the document, with every unclosed fence in `unclosedFences`
 */
export function closeFences(target: Document, source: Document): Document {
	const unclosed: Range[] = [];
	let document = target;
	while (document.unclosedFences.length > 0 && unclosed.length < MOST_REPAIRS) {
		const repair = findRepair(document, source);
		if (!repair) break;
		const lines = document.text.split('\n');
		lines[repair.line - 1] = repair.closing;
		const closed = parseDocument({ ...document, text: lines.join('\n') });
		if (closed.unclosedFences.some(({ start }) => start.line === repair.opening.start.line)) break;
		unclosed.push(repair.opening);
		document = closed;
	}
	return {
		...document,
		frontMatter: document.frontMatter,
		unclosedFences: [...unclosed, ...document.unclosedFences],
		isCutShort: document.unclosedFences.length > source.unclosedFences.length,
	};
}

interface Repair {
	readonly opening: Range;
	/** Number of the blank line that becomes the closing fence. */
	readonly line: number;
	readonly closing: string;
}

/** The first fence that holds more than its counterpart, with a blank line where that one ends. */
function findRepair(target: Document, source: Document): Repair | undefined {
	const ours = codeOf(source);
	const lines = target.text.split('\n');
	for (const [index, block] of codeOf(target).entries()) {
		if (!block.code!.isFenced) continue;
		const counterpart = ours[index]?.code?.code.split('\n').length ?? 0;
		const first = block.span.start.line + block.code!.firstLine;
		const last = block.span.end.line;
		if (last - first <= counterpart) continue;
		const opening = lines[block.span.start.line - 1]!;
		const [, prefix = '', mark = '```'] =
			/^([\s>]*(?:[-*+]|\d+[.)])?[\s>]*)(`{3,}|~{3,})/.exec(opening) ?? [];
		for (let line = first + counterpart; line <= last; line++) {
			if (lines[line - 1]?.replace(/[>\s]/g, '') !== '') continue;
			const start = { line: block.span.start.line, column: prefix.length + 1 };
			const end = { line: start.line, column: opening.trimEnd().length + 1 };
			const closing = prefix.replace(/[^\s>]/g, ' ') + mark;
			return { opening: { start, end }, line, closing };
		}
	}
	return undefined;
}

function codeOf({ blocks }: Document): Block[] {
	return [...eachBlock(blocks)].filter(({ kind }) => kind === 'code');
}
