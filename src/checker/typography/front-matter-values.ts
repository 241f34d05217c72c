import type { Span } from '../place.ts';
import { isTranslatedKey } from '../front-matter/translated-key.ts';

/** A text in the front matter, without the quotation marks of YAML. */
export interface FrontMatterValue {
	readonly key: string;
	readonly from: number;
	readonly to: number;
	/** What stands for a character and is not it. */
	readonly tokens: RegExp;
}

const NONE = /(?!)/g;

/**
 * The values of keys on the first level, in YAML. What is written in an unusual way, such as with
 * escapes or over several lines within quotation marks, is left out.
 */
export function* frontMatterValues(
	text: string,
	{ from, to }: Span,
	keys: readonly string[],
): Generator<FrontMatterValue> {
	const head = text.slice(from, to);
	if (!head.startsWith('---')) return;
	for (const match of head.matchAll(/^([\w-]+):[ \t]+(?=\S)([^\r\n]*?)[ \t]*\r?$/gm)) {
		const [entry, key = '', value = ''] = match;
		if (!isTranslatedKey(key, keys)) continue;
		const start = from + match.index + entry.indexOf(value, key.length + 1);
		const quote = value[0]!;
		const behind = /^(?:\r?\n[ \t]+\S[^\r\n]*|\r?\n[ \t]*(?=\r?\n[ \t]))*/.exec(
			head.slice(match.index + entry.length - (entry.endsWith('\r') ? 1 : 0)),
		)![0].length;
		const end = start + value.length;
		if (quote === '"' || quote === "'") {
			const inner = value.slice(1, -1);
			const isWhole =
				value.length > 1 &&
				value.endsWith(quote) &&
				(quote === '"' ? /^(?:[^"\\]|\\")*$/ : /^(?:[^']|'')*$/).test(inner);
			if (isWhole && behind === 0)
				yield { key, from: start + 1, to: end - 1, tokens: quote === '"' ? /\\"/g : /''/g };
		} else if (quote === '|' || quote === '>')
			yield { key, from: end, to: end + behind, tokens: NONE };
		else if (!/^[[\]{}&*!%@`#]/.test(quote) && !/\s#/.test(value))
			yield { key, from: start, to: end + behind, tokens: NONE };
	}
}
