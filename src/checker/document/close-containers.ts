import { rememberLast } from '../remember-last.ts';
import { excerpt } from '../excerpt.ts';
import { lineStarts } from '../typography/map-offsets.ts';
import { countClosings, readContainerMarks, type MarkedText } from './container-marks.ts';
import type { Document, UnclosedContainer } from './document.ts';
import { findUnclosedContainers, type OpenContainer } from './find-unclosed-containers.ts';
import { createLineReader } from './line-kinds.ts';
import { parseDocument } from './parse-document.ts';
import { partitionPoint } from './partition-point.ts';

/** Repairs of a page beyond this many open containers would say little that is true. */
const MOST_REPAIRS = 8;

/**
 * Closes the directives, elements of HTML and templates that a translation forgot to close, where its
 * source closes them, so that what follows can still be compared. Lines keep their numbers.
 *
 * @returns the document, with every such container in `unclosedContainers`
 */
export function closeContainers(target: Document, source: Document): Document {
	if (target.isCutShort || !lacksClosing(target, source)) return target;
	const [ours, theirs] = [readPage(source), readPage(target)];
	const lines = theirs.lines.slice();
	const original = target.written.split('\n');
	const open = findUnclosedContainers(ours.marks, theirs.marks);
	if (open.length === 0) return target;
	for (const container of open.slice(0, MOST_REPAIRS)) closeIn(lines, container, ours, theirs);
	return {
		...parseDocument({ ...target, text: lines.join('\n') }),
		frontMatter: target.frontMatter,
		unclosedFences: target.unclosedFences,
		unclosedContainers: open.map((container) => describe(container, original, ours, theirs)),
		isCutShort: open.length > MOST_REPAIRS,
	};
}

/** Whether a page has fewer ends of something than its source, as hardly any has. */
function lacksClosing(target: Document, source: Document): boolean {
	const ours = closingsOf(source);
	if (ours.size === 0) return false;
	const theirs = countClosings(target.text);
	for (const [key, count] of ours) if ((theirs.get(key) ?? 0) < count) return true;
	return false;
}

/** Counted once for all translations of a page. */
const closingsOf = rememberLast(({ text }: Document) => countClosings(text));

interface MarkedPage extends MarkedText {
	readonly text: string;
	readonly lines: readonly string[];
	/** The line of an offset, from zero. */
	readonly lineAt: (offset: number) => number;
	readonly starts: readonly number[];
}

function readPage({ path, text }: Document): MarkedPage {
	const starts = lineStarts(text);
	const lineAt = (offset: number): number => partitionPoint(starts, (start) => start <= offset) - 1;
	const isMdx = path.toLowerCase().endsWith('.mdx');
	return { ...readContainerMarks(text, isMdx), text, lines: text.split('\n'), starts, lineAt };
}

/** Puts the end of a container into the blank line where the source has it, or behind everything. */
function closeIn(
	lines: string[],
	{ opening, counterpart }: OpenContainer,
	ours: MarkedPage,
	theirs: MarkedPage,
): void {
	const end = ours.lineAt(counterpart.closing.from);
	const kindOf = createLineReader(ours);
	let blocks = 0;
	let spansBlank = false;
	let hasHeading = false;
	for (let at = ours.lineAt(counterpart.opening.from) + 1; at < end; at++) {
		const kind = kindOf(at);
		if (kind === 'blank') spansBlank = true;
		else if (kind !== 'more') blocks++;
		hasHeading ||= kind === 'heading';
	}
	const { key } = opening;
	// Where nothing is blank in between, the next blank line ends most elements.
	if (!spansBlank && !RUNS_ON.test(key)) return;
	const first = theirs.lineAt(opening.from);
	const theirKindOf = createLineReader(theirs);
	let line: number | undefined;
	let isBehind = false;
	for (let at = first + 1; at < lines.length; at++) {
		const kind = theirKindOf(at);
		if (kind === 'blank') {
			line = at;
			if (isBehind) break;
		} else if (kind !== 'more') {
			isBehind ||= --blocks < 0 || (kind === 'heading' && !hasHeading);
			if (isBehind && line !== undefined) break;
			line = undefined;
		}
	}
	line ??= lines.length;
	let next = line + 1;
	while (lines[next]?.trim() === '') next++;
	const mistyped = MISTYPED.exec(lines[next] ?? '')?.[1];
	if (mistyped !== undefined && mistyped.length < key.length && key.startsWith(':')) line = next;
	const prefix = /^[\s>]*/.exec(theirs.lines[first]!)![0];
	lines[line] =
		prefix + closingOf(key, ours.text.slice(counterpart.closing.from, counterpart.closing.to));
}

/** Containers that a blank line does not end. */
const RUNS_ON = /^(?::|\{|<(?:pre|script|style|textarea)>)/;

/** The end of a directive with too few marks: `::` for `:::`. */
const MISTYPED = /^[ \t>]*(:{1,6}|\/{1,6})[ \t]*$/;

/** A comment before it lets a tag stand between two paragraphs, and be no part of either. */
function closingOf(key: string, written: string): string {
	if (key.startsWith(':')) return key;
	return key.startsWith('<') ? `<!-- --></${key.slice(1, -1)}>` : written;
}

function describe(
	{ opening, counterpart }: OpenContainer,
	original: readonly string[],
	ours: MarkedPage,
	theirs: MarkedPage,
): UnclosedContainer {
	const line = theirs.lineAt(opening.from);
	const [, before = '', directive, marks] =
		/^([ \t>]*)(([:~`/]{3,})[ \t]*(?:\{[\p{L}\w-]+\}|[\p{L}\w-]*))/u.exec(original[line] ?? '') ??
		[];
	const column = marks === undefined ? opening.from - theirs.starts[line]! : before.length;
	const written = directive ?? theirs.text.slice(opening.from, opening.to);
	const { from, to } = counterpart.closing;
	return {
		opening: excerpt(written),
		closing: marks ?? ours.text.slice(from, to),
		range: {
			start: { line: line + 1, column: column + 1 },
			end: { line: line + 1, column: column + 1 + written.split('\n', 1)[0]!.length },
		},
	};
}
