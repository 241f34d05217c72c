import type { Range, Span } from '../place.ts';
import { eachBlock, type Block } from './block.ts';

/** Fences that nothing closes, by the place of their opening line. */
export function findUnclosedFences(blocks: readonly Block[], text: string): Range[] {
	const unclosed: Range[] = [];
	for (const { code, span } of eachBlock(blocks))
		if (code?.isFenced && (runsToTheEnd(span, text) || swallowsFence(code.code, span, text)))
			unclosed.push(openingLine(span, text));
	return unclosed;
}

/** Whether a fence ends with its container, not with a closing fence. */
function runsToTheEnd(span: Span, text: string): boolean {
	const mark = markOf(span, text);
	const block = text.slice(span.from, span.to).trimEnd();
	const last = /^[\s>]*(`{3,}|~{3,})$/.exec(block.slice(block.lastIndexOf('\n') + 1))?.[1];
	return !block.includes('\n') || !last?.startsWith(mark);
}

/** Whether a fence holds the opening of another one, which would have closed it without a language. */
function swallowsFence(code: string, span: Span, text: string): boolean {
	const mark = markOf(span, text);
	if (!code.includes(mark)) return false;
	return code.split('\n').some((line) => {
		const inner = /^ {0,3}(`{3,}|~{3,})[ \t]*[\w{]/.exec(line)?.[1];
		return inner?.startsWith(mark) === true;
	});
}

function markOf(span: Span, text: string): string {
	return /^(?:`{3,}|~{3,})/.exec(text.slice(span.from, span.from + 40))?.[0] ?? '```';
}

function openingLine(span: Span, text: string): Range {
	const line = /^[^\r\n]*/.exec(text.slice(span.from, span.to))![0];
	return {
		start: span.start,
		end: { line: span.start.line, column: span.start.column + line.length },
	};
}
