import type { Match } from '../alignment/alignment.ts';
import { excerpt } from '../excerpt.ts';
import { lazyLines } from '../lazy-lines.ts';
import type { Pair } from '../pair.ts';
import type { Remark } from '../rule.ts';

/**
 * A line that was meant to open a callout or a tab, as the generator needs it. `undefined` for every
 * other line. `openingOf('!!! tip «Keep it»')` => `'!!! tip "Keep it"'`;
 * `openingOf('/// tip ｜ Keep it')` => `'/// tip | Keep it'`
 */
export function openingOf(line: string): string | undefined {
	const [, before, title] = QUOTED.exec(line) ?? BARRED.exec(line) ?? [];
	if (before === undefined || title === undefined) return undefined;
	return /\/{3}/.test(before) ? `${before.trimEnd()} | ${title}` : `${before}"${title}"`;
}

const QUOTED =
	/^([ \t]*(?:(?:!!!|\?\?\?\+?)[ \t]*[\p{L}\w-]+(?: +[\p{L}\w-]+)* +|===[!+]* +))[“”„«「『][ \u00a0\u202f]?(.*?)[ \u00a0\u202f]?[“”»」』"]\s*$/u;
const BARRED = /^([ \t>]*\/{3,} *[\p{L}\w-]+) *｜ *(.*?)\s*$/u;

/**
 * Remarks on openings of callouts and tabs that are text to the generator: their marks are those of
 * the language of the page. Message: `mistyped`, with `found` and `expected`.
 */
export function* mistypedOpenings(
	matches: readonly Match[],
	{ source, target }: Pair,
): Generator<Remark> {
	// What opens something was rewritten.
	if (target.written === target.text || !SLIP.test(target.written)) return;
	const [ours, theirs] = [lazyLines(source.written)(), lazyLines(target.written)()];
	for (const { source: from, target: to } of matches) {
		const found = theirs[to.span.start.line - 1] ?? '';
		const expected = openingOf(found);
		if (expected === undefined || openingOf(ours[from.span.start.line - 1] ?? '')) continue;
		yield {
			file: target,
			messageId: 'mistyped',
			data: { found: excerpt(found), expected: excerpt(expected) },
			range: { start: to.span.start, end: to.span.start },
			source: from.span,
		};
	}
}

/** At a glance. */
const SLIP = /^[ \t>]*(?:!!!|\?\?\?|===|\/\/\/).*[“”„«「『｜]/m;
