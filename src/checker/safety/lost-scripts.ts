import { eachBlock } from '../document/block.ts';
import type { Script } from '../document/document.ts';
import type { Pair } from '../pair.ts';
import type { Point, Range } from '../place.ts';
import { isPlainText, scriptKey } from './script-key.ts';

export interface LostScript {
	readonly script: Script;
	/** Where it should be in the translation. */
	readonly at: Point;
}

/**
 * Imports, exports and expressions of MDX that the translation lacks. What was lost with a whole block
 * or section, or was replaced by other code, is told there.
 */
export function* lostScripts(pair: Pair): Generator<LostScript> {
	const { source, target, policy, tags } = pair;
	const ours = source.scripts;
	if (ours.length === 0) return;
	const theirs = target.scripts;
	const kept = new Map<string, number>();
	const replaced = new Map<Script['kind'], number>();
	const count = <Key>(counts: Map<Key, number>, key: Key, by: number): number => {
		const before = counts.get(key) ?? 0;
		counts.set(key, before + by);
		return before;
	};
	for (const script of theirs) count(kept, scriptKey(script, tags), 1);
	const lost = ours.filter(
		(script) =>
			count(kept, scriptKey(script, tags), -1) <= 0 &&
			script.kind !== 'attribute' &&
			!isPlainText(script) &&
			!policy.sourceOnlyComponents.some((name) => script.value.includes(name)),
	);
	const own = new Set(ours.map((script) => scriptKey(script, tags)));
	for (const script of theirs)
		if (!own.has(scriptKey(script, tags))) count(replaced, script.kind, 1);
	for (const script of lost) {
		if (count(replaced, script.kind, -1) > 0) continue;
		const at = placeOfLost(script.span, pair);
		if (at) yield { script, at };
	}
}

/** Where the translation should have it; `undefined` where it lacks all around it as well. */
export function placeOfLost(
	{ start }: Range,
	{ source, target, alignment }: Pair,
): Point | undefined {
	const holds = ({ start: from, end: to }: Range): boolean =>
		from.line <= start.line && start.line <= to.line;
	if (alignment.missing.some(({ source: block }) => holds(block.span))) return undefined;
	const within = alignment.matches.findLast((match) => holds(match.source.span));
	if (within) return within.target.span.start;
	const before = eachBlock(source.blocks).findLast(({ span }) => span.end.line < start.line);
	const next = alignment.matches
		.filter((match) => match.source.span.start.line > start.line)
		.sort((a, b) => a.source.span.from - b.source.span.from)[0];
	const isLone =
		before !== undefined &&
		!alignment.matches.some((match) => match.source === before) &&
		alignment.missingSections.length > 0;
	if (isLone) return undefined;
	const lines = target.text.trimEnd().split('\n');
	return next?.target.span.start ?? { line: lines.length, column: lines.at(-1)!.length + 1 };
}
