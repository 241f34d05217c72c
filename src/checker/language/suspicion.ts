import { proseOf, sentencesOf } from './prose.ts';
import { PHRASE, wordsOf } from './words.ts';

/**
 * Cheap first test, needs no library: are so many of the target's words words of the source page
 * that it, or a sentence of it, may be untranslated?
 *
 * @param sourceWords gives `wordsOf` all of the source page, which takes longer than most texts need
 * @param glance a cheaper test that a part has to pass first
 */
export function isSuspect(
	target: string,
	sourceWords: () => ReadonlySet<string>,
	glance: (text: string) => boolean = () => true,
): boolean {
	return [target, ...sentencesOf(target)].some((part) => {
		const prose = proseOf(part, true);
		if (!glance(prose)) return false;
		const words = wordsOf(prose);
		if (words.length < PHRASE) return false;
		const ofSource = sourceWords();
		const known = words.filter((word) => ofSource.has(word)).length;
		const share = words.length < 16 ? SUSPECT_SHARE : SUSPECT_SHARE_LONG;
		return known >= words.length * share;
	});
}

/**
 * Share of known words from which a text is suspect. Paragraphs that are no longer on the source
 * page share more in 19 of 20 cases, three quarters of the translated ones less.
 */
const SUSPECT_SHARE = 0.33;

/** The same from 16 words on, where shares spread less. */
const SUSPECT_SHARE_LONG = 0.25;
