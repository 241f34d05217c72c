/** Grammars of languages in which `<name>` is nothing but a name to fill in. */
export const SHELLS: ReadonlySet<string> = new Set(['shellscript', 'powershell', 'bat', 'fish']);

/**
 * A command with quotes around its metavariables, the names that a reader fills in, which are for
 * people as strings are: `orders load <your file>` => `orders load "your file"`. What is read from a
 * file, as in `sort <orders >sorted`, stays, and so does a line that has quotes.
 */
export function quoteMetavariables(command: string): string {
	return /['"`]/.test(command) ? command : command.replace(METAVARIABLE, '"$1"');
}

const METAVARIABLE =
	/(?<![<\p{L}\p{N}])<(\p{L}(?:[\p{L}\p{N} ._/|-]{0,60}[\p{L}\p{N}.])?)>(?![\p{L}\p{N}>])/gu;
