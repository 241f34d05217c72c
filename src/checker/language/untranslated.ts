import { evidenceOf, type Evidence } from './evidence.ts';
import type { Languages, LanguageTags } from './languages.ts';
import { isWholeSentence, proseOf, sentencesOf } from './prose.ts';
import { judgeByScript, shareScript } from './script.ts';
import { ofCopy, ofHeading, ofSentence, ofText, type HeadingWords } from './verdict.ts';
import { wordsOf } from './words.ts';

export { createLanguages, type Languages, type LanguageTags } from './languages.ts';
export { countShortWords, createGlance, type Glance, type ShortWordCounts } from './glance.ts';
export { findLeftOver, PART, withoutAsides } from './left-over.ts';
export { isSuspect } from './suspicion.ts';
export { isInOwnScript } from './script.ts';
export type { HeadingWords } from './verdict.ts';
export { PHRASE, wordsOf } from './words.ts';

/**
 * Looks for what of `target` is still written in the language of the source: all of it, or a whole
 * sentence. Prefers silence: short texts, names, titles, code and licences are not untranslated.
 *
 * @param target visible prose, a space where inline code stood
 * @param counterpart the aligned source text, where there is one
 * @param languages loaded
 * @param headingWords of a copied heading
 * @returns `target`, or the first such sentence of it; `undefined` for none
 */
export function findUntranslated(
	target: string,
	counterpart: string | undefined,
	tags: LanguageTags,
	languages: Languages,
	headingWords?: HeadingWords,
): string | undefined {
	if (primaryOf(tags.source) === primaryOf(tags.target)) return undefined;
	const isSame =
		counterpart !== undefined && wordsOf(counterpart).join(' ') === wordsOf(target).join(' ');
	const prose = proseOf(target, isSame);
	if (isSame && isQuotedEnglish(prose, tags, languages)) return undefined;
	if (judge(prose, tags, languages, isSame ? ofCopy : ofText)) return target;
	if (isSame && headingWords) {
		const verdict = (evidence: Evidence): boolean =>
			ofHeading(evidence, headingWords, !shareScript(tags));
		return judge(prose, tags, languages, verdict) ? target : undefined;
	}
	const sentences = sentencesOf(target);
	if (prose === '' || sentences.length === 1) return undefined;
	return sentences.find(
		(sentence) =>
			isWholeSentence(sentence) && judge(proseOf(sentence), tags, languages, ofSentence),
	);
}

/** Licences, messages of programs and the like, which pages in other languages quote as they are. */
function isQuotedEnglish(prose: string, { source }: LanguageTags, languages: Languages): boolean {
	if (primaryOf(source) === 'en') return false;
	const tags = { source: 'en', target: source };
	return (evidenceOf(prose, tags, languages).score ?? 0) >= ENGLISH;
}

/** `Evidence.score` of nearly all English sentences, against other languages of Latin script. */
const ENGLISH = 25;

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
