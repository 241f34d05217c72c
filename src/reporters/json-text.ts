import { UNPRINTABLE } from './printable.ts';

/**
 * Indented JSON that is safe to look at: the value stays the same, but what `printable` would spell
 * out of a text is escaped. Ends with a newline.
 */
export function jsonText(value: unknown): string {
	const text = JSON.stringify(value, null, 2).replace(UNPRINTABLE, (characters) =>
		characters === '\n' ? characters : characters.split('').map(escapeUnit).join(''),
	);
	return `${text}\n`;
}

function escapeUnit(unit: string): string {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
