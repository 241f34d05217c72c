import type { Document } from '../document/document.ts';
import { isTranslatedKey } from '../front-matter/translated-key.ts';

/** The lines of front matter on which entries with text to translate begin. */
export function* translatedEntries(
	{ frontMatter: { data, places } }: Document,
	translatedKeys: readonly string[],
): Generator<number> {
	for (const [path, { start }] of places) {
		const keys = path.split('.');
		const value = keys.reduce(valueOf, data);
		if (isTranslatedKey(keys.at(-1)!, translatedKeys) && isText(value)) yield start.line;
	}
}

function valueOf(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
		? (value as Readonly<Record<string, unknown>>)[key]
		: undefined;
}

/** Words, or a list of them. */
function isText(value: unknown): boolean {
	return Array.isArray(value)
		? value.some(isText)
		: typeof value === 'string' && /\p{L}/u.test(value);
}
