import { entriesOf, surplus } from './entries.ts';
import type { Change, ChangeKind, Effect, Pair } from './fault.ts';
import { applyEdits, lineAt, mapOffset, type LineRange } from './lines.ts';
import { parsePage } from './parsed-page.ts';
import { shuffle, type Random } from './random.ts';

/** A page with one change in it. */
export interface Injection {
	readonly text: string;
	/** Where in it a finding belongs. */
	readonly lines: readonly LineRange[];
	/** Line of the page before -> line of the page with the change. */
	readonly mapLine: (line: number) => number;
}

/**
 * Up to `count` pages with one change each, at places of the page drawn by lot.
 *
 * @param isFit refuses places where nothing could be judged
 */
export function inject(
	kind: ChangeKind,
	pair: Pair,
	random: Random,
	count: number,
	isFit: (injection: Injection) => boolean = () => true,
): Injection[] {
	const injections: Injection[] = [];
	for (const change of shuffle(kind.changes(pair), random)) {
		if (injections.length === count) break;
		const injection = tryChange(change, kind.effect, pair);
		const isNew = injection && injections.every(({ text }) => text !== injection.text);
		if (isNew && isFit(injection)) injections.push(injection);
	}
	return injections;
}

function tryChange(change: Change, effect: Effect, { target }: Pair): Injection | undefined {
	const edits = [...change.edits].sort((a, b) => a.from - b.from || a.to - b.to);
	const { text, lines } = applyEdits(target.text, edits);
	if (text === target.text) return undefined;
	let after;
	try {
		after = parsePage(text, target.isMdx);
	} catch {
		// A page of MDX that does not parse is another fault than the one meant.
		return undefined;
	}
	if (!holds(effect, entriesOf(target), entriesOf(after), change.removes)) return undefined;

	const map = (offset: number): number => lineAt(text, mapOffset(offset, edits));
	const { around } = change;
	const starts = lineStarts(target.text);
	return {
		text,
		lines: around ? [...lines, { first: map(around.from), last: map(around.to - 1) }] : lines,
		mapLine: (line) => map(starts[line - 1] ?? target.text.length),
	};
}

function holds(
	effect: Effect,
	before: readonly string[],
	after: readonly string[],
	removes: readonly string[] | undefined,
): boolean {
	const gone = surplus(before, after);
	const come = surplus(after, before);
	switch (effect) {
		case 'removed':
			return come.length === 0 && gone.length > 0 && equal(gone, removes ?? gone);
		case 'added':
			return gone.length === 0 && come.length > 0;
		case 'altered':
			return gone.length === 1 && come.length === 1 && typeOf(gone[0]!) === typeOf(come[0]!);
		case 'moved':
			return gone.length === 0 && come.length === 0 && before.some((x, i) => x !== after[i]);
		case 'words':
			return [...gone, ...come].every((entry) => /^(?:link|inlineCode) /.test(entry));
		case 'same':
			return gone.length === 0 && come.length === 0;
		case 'any':
			return gone.length > 0 || come.length > 0;
	}
}

/** Whether two lists hold the same, in any order. */
function equal(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && surplus(a, b).length === 0;
}

function typeOf(entry: string): string {
	return entry.split(/[\s]/, 1)[0]!;
}

function lineStarts(text: string): number[] {
	const starts = [0];
	for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}
