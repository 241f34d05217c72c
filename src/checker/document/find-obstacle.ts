import { excerpt } from '../excerpt.ts';
import type { ParseError } from './document.ts';

/**
 * Why the text of a translation is no page, although it parses: it holds two versions of itself, or
 * stands as a whole in a code fence, as machines hand out Markdown. A source that shows the same is
 * about it.
 */
export function findObstacle(target: string, source: string): ParseError | undefined {
	return findConflict(target, source) ?? findWrapping(target, source);
}

/** The marks that Git leaves where two versions of a file could not be merged, in their order. */
const CONFLICT_MARKS = [/^<{7} .*$/m, /^={7}[ \t]*$/m, /^>{7} .*$/m];

function findConflict(target: string, source: string): ParseError | undefined {
	const mark = '<<<<<<< ';
	if (!target.includes(mark) || source.includes(mark)) return undefined;
	const places = CONFLICT_MARKS.map((pattern) => target.search(pattern));
	if (places.some((place, index) => place < (places[index - 1] ?? 0))) return undefined;
	const from = places[0]!;
	const [written = ''] = target.slice(from).split(/\r?\n/, 1);
	return obstacle('conflict', excerpt(written), target.slice(0, from).split('\n').length, written);
}

function findWrapping(target: string, source: string): ParseError | undefined {
	const [, opening, mark, tag] = /^\uFEFF?((`{3,}|~{3,})[ \t]*(\w*))[ \t]*\r?\n/.exec(target) ?? [];
	if (opening === undefined || mark === undefined) return undefined;
	if (!/^(?:markdown|mdx?|)$/i.test(tag!) || FENCE.test(source)) return undefined;
	const end = target.trimEnd();
	if (end.slice(end.lastIndexOf('\n') + 1) !== mark) return undefined;
	// A fence without a name may hold anything: it has to begin as the page does.
	const [, head] = /^\S+\s+(---|\+\+\+|#+ )/.exec(target) ?? [];
	const beginsAlike = head !== undefined && source.trimStart().startsWith(head);
	if (tag === '' && !beginsAlike) return undefined;
	return obstacle('wrapped', opening, 1, opening);
}

const FENCE = /^\s*(?:`{3}|~{3})/;

function obstacle(
	kind: 'conflict' | 'wrapped',
	reason: string,
	line: number,
	written: string,
): ParseError {
	const range = { start: { line, column: 1 }, end: { line, column: 1 + written.length } };
	return { kind, reason, range };
}
