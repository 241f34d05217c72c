import { eachBlock, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Pair } from '../pair.ts';
import type { Point, Range, Span } from '../place.ts';
import type { Remark, Rule } from '../rule.ts';
import { numberOf } from '../safety/tell-apart.ts';
import { BIDIRECTIONAL, INVISIBLE, lookAlikeIn, mixedWord } from '../safety/unsafe-characters.ts';

/**
 * Characters that make code or a target look like something else than it is
 * (https://trojansource.codes/): what a reader copies is not what a reviewer saw.
 */
export const unsafeCharacters: Rule<Pair> = {
	id: 'unsafe-characters',
	severity: 'error',
	description: 'Invisible, direction-changing or look-alike characters that the source lacks.',
	messages: {
		bidirectional:
			'The character `{code}` changes the direction of text, so that it is not what it looks like. Remove it.',
		invisible: 'The character `{code}` is invisible. Remove it.',
		'look-alike':
			'The word `{word}` holds a letter of another script, `{code}`, that looks like a Latin one. Type the word again.',
	},
	*check({ source, target, isRightToLeft }) {
		if (USUAL.test(target.text)) return;
		const known = new Set(
			eachBlock(source.blocks).flatMap((block) => [
				...textsOf(block, source).flatMap(withLines),
				...block.inlines.map(({ value }) => value),
			]),
		);
		// In prose only a change of direction deceives, and in some languages it belongs there.
		const isProseJudged = !isRightToLeft && !BIDIRECTIONAL.test(source.text);
		if (isProseJudged && target.head) yield* turns(target, target.head, target.head.to);
		for (const block of eachBlock(target.blocks)) {
			const remarks = [
				...technicalRemarks(block, target, known),
				...labelRemarks(block, target, source),
			];
			yield* remarks;
			if (!isProseJudged || block.code || remarks.length > 0) continue;
			yield* turns(target, block.span, block.children[0]?.span.from ?? block.span.to);
		}
		yield* targetRemarks(target, known);
	},
};

/** Whether prose, or what stands before the parts of a block, changes its direction. */
function* turns(target: Document, { start, from }: Span, to: number): Generator<Remark> {
	const text = target.text.slice(from, to);
	const match = /[\u202a-\u202e\u2066-\u2069]/u.exec(text);
	if (match)
		yield {
			file: target,
			messageId: 'bidirectional',
			data: { code: numberOf(match[0]) },
			range: rangeIn(text, match.index, start),
		};
}

/** Targets that do not stand where they are followed: those of definitions, told there, once. */
function* targetRemarks(target: Document, known: ReadonlySet<string>): Generator<Remark> {
	const told = new Set(known);
	for (const { inlines } of eachBlock(target.blocks))
		for (const { kind, value, span } of inlines) {
			if ((kind !== 'link' && kind !== 'image') || told.has(value)) continue;
			told.add(value);
			if (target.text.slice(span.from, span.to).includes(value)) continue;
			const found = judge(value);
			if (!found) continue;
			const { sign, ...remark } = found;
			const at = target.text.indexOf(value);
			const range =
				at < 0
					? { start: span.start, end: span.start }
					: rangeIn(target.text, at + value.indexOf(sign), { line: 1, column: 1 });
			yield { file: target, ...remark, range };
		}
}

/** Pages of these characters alone, letters with accents and typographic marks, hold none. */
const USUAL =
	/^[\t\n\r\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2009-\u200a\u2010-\u2027\u202f-\u205e\u20ac\u2190-\u22ff\u2500-\u25ff]*$/;

/** What people copy or follow: code, inline code and targets, as they are written. */
function textsOf({ code, inlines }: Block, { text }: Document): string[] {
	if (code) return [code.code.replaceAll('\r', ''), code.meta];
	return inlines.flatMap(({ kind, value, span }) =>
		kind === 'code' || kind === 'link' || kind === 'image'
			? text.slice(span.from, span.to).includes(value)
				? [value]
				: []
			: [],
	);
}

/** Of code that differs elsewhere, a line that the source has holds nothing new. */
function withLines(text: string): string[] {
	return text.includes('\n') ? [text, ...text.split('\n')] : [text];
}

function* technicalRemarks(
	block: Block,
	target: Document,
	known: ReadonlySet<string>,
): Generator<Remark> {
	const spans = block.code ? [block.span] : block.inlines.map(({ span }) => span);
	const texts = textsOf(block, target)
		.flatMap((text) => (known.has(text) ? [] : text.split('\n')))
		.filter((text) => !known.has(text));
	for (const text of texts) {
		const found = judge(text);
		if (!found) continue;
		const span = spans.find(({ from, to }) => target.text.slice(from, to).includes(found.sign));
		if (!span) continue;
		const written = target.text.slice(span.from, span.to);
		const { sign, ...remark } = found;
		const at = Math.max(0, written.indexOf(text));
		const range = rangeIn(written, written.indexOf(sign, at), span.start);
		yield { file: target, ...remark, range };
		// Of a block of code the first is told: who looks there sees the others.
		if (block.code) return;
	}
}

/** Words that people follow a link for; in a language of another script they may end in its letters. */
function* labelRemarks(block: Block, target: Document, source: Document): Generator<Remark> {
	for (const { kind, span } of block.inlines) {
		if (kind !== 'link') continue;
		const written = target.text.slice(span.from, span.to);
		const label = /^\[.*(?=\][([])/s.exec(written)?.[0].replace(/`[^`]*`/g, ' ') ?? '';
		const word = PLAIN_LABEL.test(label) ? undefined : mixedWord(label);
		if (word === undefined || source.text.includes(word)) continue;
		if (INFLECTED.test(word) && OTHER_SCRIPT.test(target.text)) continue;
		yield {
			...{ file: target, messageId: 'look-alike' },
			data: { word, code: numberOf(lookAlikeIn(word)) },
			range: rangeIn(written, written.indexOf(word), span.start),
		};
	}
}

const PLAIN_LABEL = /^[ -~\u00a0-\u024f]*$/;
/** `PDFа` */
const INFLECTED = /^[\w$]+[^\w$]+$/;
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]{4}/u;

/** The first thing that is wrong with a text, and by what it is found again. */
function judge(
	text: string,
): (Pick<Remark, 'messageId' | 'data'> & { readonly sign: string }) | undefined {
	for (const [messageId, pattern] of [
		['bidirectional', BIDIRECTIONAL],
		['invisible', INVISIBLE],
	] as const) {
		const sign = pattern.exec(text)?.[0];
		if (sign !== undefined) return { messageId, data: { code: numberOf(sign) }, sign };
	}
	const word = mixedWord(text);
	if (word === undefined) return undefined;
	return { messageId: 'look-alike', data: { word, code: numberOf(lookAlikeIn(word)) }, sign: word };
}

function rangeIn(text: string, index: number, start: Point): Range {
	const lines = text.slice(0, index).split('\n');
	const line = start.line + lines.length - 1;
	const column = (lines.length === 1 ? start.column : 1) + lines.at(-1)!.length;
	return { start: { line, column }, end: { line, column: column + 1 } };
}
