/**
 * The lines of a text without their ends, split when they are first asked for: most pages are sound,
 * so that nobody asks.
 */
export function lazyLines(text: string): () => readonly string[] {
	let lines: readonly string[] | undefined;
	return () => (lines ??= text.split(/\r?\n/));
}
