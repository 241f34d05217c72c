import { parse, TomlError } from 'smol-toml';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import type { Range } from '../place.ts';

/** Front matter between two lines of `+++`, as Hugo has it. */
export function parseToml(toml: string, range: Range): FrontMatter {
	const places = new Map<string, Range>();
	for (const [index, line] of toml.split('\n').entries()) {
		const key = /^([\w-]+)\s*=/.exec(line)?.[1] ?? /^\[+([\w-]+)/.exec(line)?.[1];
		const at = range.start.line + 1 + index;
		if (key && !places.has(key))
			places.set(key, {
				start: { line: at, column: 1 },
				end: { line: at, column: line.trimEnd().length + 1 },
			});
	}
	try {
		const data: Record<string, unknown> = parse(toml);
		const title = typeof data.title === 'string' ? data.title : undefined;
		return { data, title, problems: [], places };
	} catch (error) {
		const isToml = error instanceof TomlError;
		const point = isToml
			? { line: range.start.line + error.line, column: error.column }
			: range.start;
		const reason = isToml ? (error.message.split('\n')[0] ?? '') : String(error);
		const problem = { kind: 'invalid', reason, range: { start: point, end: point } } as const;
		return { data: {}, title: undefined, problems: [problem], places: new Map() };
	}
}
