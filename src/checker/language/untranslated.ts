import { evidenceOf, type Evidence } from './evidence.ts';
import type { Languages, LanguageTags } from './languages.ts';
import { isWholeSentence, proseOf, sentencesOf } from './prose.ts';
import { judgeByScript } from './script.ts';
import { ofCopy, ofHeading, ofSentence, ofText } from './verdict.ts';
import { wordsOf } from './words.ts';

export { createLanguages, type Languages, type LanguageTags } from './languages.ts';
export { countShortWords, createGlance, type ShortWords } from './short-words.ts';
export { isSuspect } from './suspicion.ts';
export { wordsOf } from './words.ts';

/**
 * Whether `target`, or a whole sentence of it, is still written in the language of the source.
 * Prefers silence: short texts, names, titles, code and licences are not untranslated.
 *
 * @param target visible prose, a space where inline code stood
 * @param counterpart the aligned source text, where there is one
 * @param languages loaded
 * @param plainWords words of a copied heading that are known to be no names, in lower case
 */
export function isUntranslated(
	target: string,
	counterpart: string | undefined,
	tags: LanguageTags,
	languages: Languages,
	plainWords?: ReadonlySet<string>,
): boolean {
	if (primaryOf(tags.source) === primaryOf(tags.target)) return false;
	const isSame =
		counterpart !== undefined && wordsOf(counterpart).join(' ') === wordsOf(target).join(' ');
	const prose = proseOf(target, isSame);
	if (judge(prose, tags, languages, isSame ? ofCopy : ofText)) return true;
	if (isSame && plainWords && plainWords.size > 0)
		return judge(prose, tags, languages, (evidence) => ofHeading(evidence, plainWords));
	const sentences = sentencesOf(target);
	return (
		prose !== '' &&
		sentences.length > 1 &&
		sentences.some(
			(sentence) =>
				isWholeSentence(sentence) && judge(proseOf(sentence), tags, languages, ofSentence),
		)
	);
}

function judge(
	prose: string,
	tags: LanguageTags,
	languages: Languages,
	verdict: (evidence: Evidence, prose: string) => boolean,
): boolean {
	const byScript = judgeByScript(prose, tags);
	if (byScript !== undefined) return byScript;
	return verdict(evidenceOf(prose, tags, languages), prose);
}

function primaryOf(tag: string): string {
	return tag.toLowerCase().split('-', 1)[0]!;
}
