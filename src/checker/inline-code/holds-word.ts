/** Whether a text holds something that is no part of a longer word. */
export function holdsWord(text: string, word: string): boolean {
	const at = text.indexOf(word);
	if (at < 0 || word === '') return false;
	return !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[at + word.length] ?? ''}`);
}
