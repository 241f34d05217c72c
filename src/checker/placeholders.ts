import { eachBlock, type Block } from './document/block.ts';
import type { Document } from './document/document.ts';
import { partitionPoint } from './document/partition-point.ts';
import type { Finding } from './finding.ts';
import type { Range } from './place.ts';

/** What a comment says to mark the text behind it as not translated yet; `parity new` writes it. */
export const PLACEHOLDER = 'parity: translate';

/** A comment before text that is still the source's, left there to be translated. */
export interface Placeholder {
	/** Where the comment stands. */
	readonly range: Range;
	/** The block behind it; absent in front matter, and where nothing follows. */
	readonly block: Block | undefined;
	/** The text behind it as it is written; empty where nothing follows. */
	readonly text: string;
	/** The last line of that text. */
	readonly lastLine: number;
}

/** The placeholders of a page, in its order. */
export function readPlaceholders(document: Document): Placeholder[] {
	const comments = document.comments.filter(({ text }) => text.trim() === PLACEHOLDER);
	const blocks = comments.length > 0 ? eachBlock(document.blocks) : [];
	const inText = comments.map(({ span }): Placeholder => {
		const block = blocks[partitionPoint(blocks, (each) => each.span.from < span.to)];
		return {
			range: { start: span.start, end: span.end },
			block,
			text: block ? document.text.slice(block.span.from, block.span.to) : '',
			lastLine: block?.span.end.line ?? span.end.line,
		};
	});
	return [...inHead(document), ...inText];
}

function* inHead({ head, text }: Document): Generator<Placeholder> {
	const written = head ? text.slice(head.from, head.to) : '';
	if (!head || !written.includes(PLACEHOLDER)) return;
	const lines = written.split(/\r?\n/).slice(0, -1);
	for (const [index, line] of lines.entries()) {
		if (line.replace(/^\s*#/, '#').trimEnd() !== `# ${PLACEHOLDER}`) continue;
		const depth = indentOf(line);
		const next = lines.findIndex(
			(other, at) => at > index + 1 && other.trim() !== '' && indentOf(other) <= depth,
		);
		const end = next < 0 ? lines.length : next;
		const at = head.start.line + index;
		yield {
			range: {
				start: { line: at, column: depth + 1 },
				end: { line: at, column: line.trimEnd().length + 1 },
			},
			block: undefined,
			text: lines.slice(index + 1, end).join('\n'),
			lastLine: head.start.line + end - 1,
		};
	}
}

function indentOf(line: string): number {
	return line.length - line.trimStart().length;
}

/** Whether a rule judges words, and nothing else that a placeholder may get wrong. */
export function judgesWords(ruleId: string): boolean {
	return /^(?:untranslated-(?:text|comment)$|typography-)/.test(ruleId);
}

/** Findings without those about words behind a placeholder: it tells of them already. */
export function withoutPlaceholders(
	document: Document,
	findings: readonly Finding[],
): readonly Finding[] {
	const placeholders = readPlaceholders(document);
	if (placeholders.length === 0) return findings;
	return findings.filter(({ ruleId, range }) => {
		const line = range?.start.line;
		return (
			line === undefined ||
			!judgesWords(ruleId) ||
			!placeholders.some(({ range: at, lastLine }) => line >= at.start.line && line <= lastLine)
		);
	});
}
