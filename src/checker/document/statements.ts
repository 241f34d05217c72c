import type { Span } from '../place.ts';
import type { Script } from './document.ts';

/**
 * Imports and exports of MDX, each by itself: the parser takes those that no blank line parts for
 * one.
 *
 * @param source the whole file
 */
export function* statementsOf({ start, from, to }: Span, source: string): Generator<Script> {
	let [line, at] = [start.line, from];
	for (const part of source.slice(from, to).split(BEGINNING)) {
		const kind = /^[ \t]*(import|export)/.exec(part)?.[1] as 'import' | 'export' | undefined;
		const value = part.trimEnd();
		const lines = value.split('\n');
		const end = { line: line + lines.length - 1, column: lines.at(-1)!.length + 1 };
		const span = { start: { line, column: 1 }, end, from: at, to: at + value.length };
		if (kind) yield { kind, value, span };
		line += part.split('\n').length - 1;
		at += part.length;
	}
}

const BEGINNING = /^(?=[ \t]*(?:import|export)\b)/m;
