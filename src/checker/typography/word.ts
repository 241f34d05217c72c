/** Whole words; parts of paths, of code and of names with a hyphen are none, but `peux-tu` holds two. */
export const WORD =
	/(?<![\p{L}\p{M}\p{N}\uFFF9\uFFFC_./\\@#~+$-])\p{L}[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}_/\\@=-]|\((?!e?s\))|\.[\p{L}\p{N}])|(?<=\p{L}[estxz]-)(?:tu|toi)(?![\p{L}\p{M}\p{N}_-])/gu;

/** Whether a word there has its capital for where it stands. */
export function isSentenceStart(text: string, at: number): boolean {
	let end = at;
	while (end > 0 && /[\s¿¡([—–-]/.test(text[end - 1]!)) end--;
	return end === 0 || (/[.!?…:]/.test(text[end - 1]!) && /\s/.test(text[end]!));
}
