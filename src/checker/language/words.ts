/**
 * Words of a text for comparison, lower case. Scripts that set no spaces give one word per
 * character.
 */
export function wordsOf(text: string): string[] {
	return casedWordsOf(text.toLowerCase());
}

/** The same as they are written. */
export function casedWordsOf(text: string): string[] {
	return text.replaceAll('’', "'").match(UNSPACED.test(text) ? WORD : SPACED_WORD) ?? [];
}

/** Words of scripts that set spaces, found in half the time. */
const SPACED_WORD = /\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)*/gu;
const UNSPACED =
	/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud88f]/;

const WORD =
	/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]|\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)*/gu;

export function isCapitalised(word: string): boolean {
	return /^\p{Lu}/u.test(word);
}

/** Two capitals or more, perhaps in the plural: `SIGTERM`, `HTTP`, `URLs`. */
export function isAcronym(word: string): boolean {
	return /^\p{Lu}{2,}s?$/u.test(word);
}

/** Words of a phrase. Below, names and what two languages share cannot be told from prose. */
export const PHRASE = 3;
