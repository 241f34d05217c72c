/** A translation without what `parity sync` has written, which is about the page as it was. */
export function withoutRecord(text: string): string {
	return text.replace(/^parity:\n(?: {2}.*\n)+/m, '');
}
