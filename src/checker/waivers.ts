import type { Document } from './document/document.ts';
import { eachBlock } from './document/block.ts';
import { partitionPoint } from './document/partition-point.ts';
import type { Range } from './place.ts';

/**
 * A difference that the translator declared deliberate, in a comment right before it:
 * `<!-- parity-ignore code-drift until 2027-06-30: our proxy needs another port -->`.
 */
export interface Waiver {
	readonly ruleIds: readonly string[];
	readonly reason: string;
	/** Last day on which it holds, `2027-06-30`, or what was written for it. */
	readonly until: string | undefined;
	/** Where the comment stands. */
	readonly range: Range;
	/** Lines that it covers, the last one included. */
	readonly firstLine: number;
	readonly lastLine: number;
}

const MARK = 'parity-ignore';

/** Waivers of a page, malformed ones with what could be read of them. */
export function readWaivers(document: Document): Waiver[] {
	const waivers: Waiver[] = [];
	const comments = document.comments.filter(({ text }) => text.includes(MARK));
	const blocks = comments.length > 0 ? eachBlock(document.blocks) : [];
	const leaves = blocks.filter(({ children }) => children.length === 0);
	for (const { text, span } of comments) {
		const leaf = leaves[partitionPoint(leaves, (block) => block.span.from <= span.from) - 1];
		const holder = leaf && leaf.span.to >= span.to ? leaf : undefined;
		const next = holder ?? blocks[partitionPoint(blocks, (block) => block.span.from < span.to)];
		const firstLine = holder?.span.start.line ?? span.start.line;
		const waiver = parse(text, span, firstLine, next?.span.end.line ?? Infinity);
		if (waiver) waivers.push(waiver);
	}
	const span = document.head;
	const head = span ? document.text.slice(span.from, span.to) : '';
	if (span && head.includes(MARK))
		for (const [index, line] of head.split('\n').entries()) {
			const comment = /(?:^|\s)#(.*)$/.exec(line);
			if (!comment?.[1]!.includes(MARK)) continue;
			const at = span.start.line + index;
			const range = {
				start: { line: at, column: comment.index + 1 },
				end: { line: at, column: line.trimEnd().length + 1 },
			};
			const waiver = parse(comment[1]!, range, span.start.line, span.end.line);
			if (waiver) waivers.push(waiver);
		}
	return waivers;
}

function parse(
	text: string,
	range: Range,
	firstLine: number,
	lastLine: number,
): Waiver | undefined {
	const content = text.trim();
	if (!/^parity-ignore\b/.test(content)) return undefined;
	const colon = content.indexOf(':');
	const head = colon < 0 ? content : content.slice(0, colon);
	const words = head.split(/[\s,]+/).filter((word) => word !== '');
	const limit = words.indexOf('until');
	const ruleIds = words.slice(1, limit < 0 ? undefined : limit);
	return {
		ruleIds: ruleIds.every((id) => /^[\w-]+$/.test(id)) ? ruleIds : [],
		reason: colon < 0 ? '' : content.slice(colon + 1).trim(),
		until: limit < 0 ? undefined : words.slice(limit + 1).join(' ') || 'until',
		range: { start: range.start, end: range.end },
		firstLine,
		lastLine,
	};
}

/** What a translation must never smuggle in, and what keeps it from being read, has no waiver. */
export function isWaivable(ruleId: string): boolean {
	return !/^(?:unsafe|file|page)-|^frontmatter-invalid$/.test(ruleId);
}

/** A waiver without a last day, or up to that day; one whose day cannot be read does not hold. */
export function isInForce({ until }: Waiver, today: string): boolean {
	return until === undefined || (isDay(until) && until >= today);
}

/** `isDay('2028-02-29')` => `true`, `isDay('2027-02-29')` => `false` */
export function isDay(text: string): boolean {
	const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
	if (year === undefined || month! < 1 || month! > 12 || day! < 1) return false;
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return day! <= (month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month!) ? 30 : 31);
}
