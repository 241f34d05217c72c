/** Three characters, a sign or a figure among them, or a capital within. */
const NO_WORD = /^(?=.{3}).*(?:[^\p{L}\s]|\p{Ll}\p{Lu})/u;

/** Whether a name is none of the words that any text may hold: `console.log`, not `then`. */
export function isNoWord(name: string): boolean {
	return NO_WORD.test(name);
}
