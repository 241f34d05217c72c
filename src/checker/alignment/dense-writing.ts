/** Characters of a page that show how it is written. */
const SAMPLE = 20_000;
/** Those of Chinese, Japanese and Korean. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;
/** Their share from which on a page is written in them; the rest is code and names. */
const SHARE = 0.05;

/** Whether a page is written in characters that each stand for a word, or for a syllable of one. */
export function isWrittenDensely(text: string): boolean {
	const sample = text.slice(0, SAMPLE);
	return (sample.match(DENSE)?.length ?? 0) > SHARE * sample.length;
}
