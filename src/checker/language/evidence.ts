import type { Languages, LanguageTags } from './languages.ts';
import { shareScript } from './script.ts';
import { casedWordsOf, isAcronym, isCapitalised, PHRASE } from './words.ts';

/** What the words of a text say about its language. */
export interface Evidence {
	/** Words that may belong to a language: no acronyms and, unless `isTitle`, no names. */
	readonly words: readonly string[];
	/** Whether capitals leave less than a phrase, so that names cannot be told from other words. */
	readonly isTitle: boolean;
	/** Whether it is written in capitals alone, as some headings are. */
	readonly isShouted: boolean;
	/** `Languages.margin` of each word. */
	readonly margins: readonly number[];
	/**
	 * Mean of the margin of the whole and that of its words: above 0 for the language of the source.
	 * `undefined` where the library does not know that language.
	 */
	readonly score: number | undefined;
}

export function evidenceOf(text: string, tags: LanguageTags, languages: Languages): Evidence {
	const all = casedWordsOf(text);
	const isShouted =
		all.length >= PHRASE && all.length <= LOUDEST && all.every((word) => LOUD.test(word));
	const written = isShouted ? all : all.filter((word) => !isAcronym(word));
	const nameless = written.filter((word, i) => i === 0 || !isCapitalised(word));
	const isTitle =
		nameless.length < written.length &&
		(nameless.length < PHRASE ||
			(nameless.length * 2 <= written.length + 1 &&
				written.every((word) => word.length < LONG || isCapitalised(word))));
	const words = isTitle ? written : nameless;
	// Next to Chinese any Latin word seems English, so names are weighed against all languages.
	const rivals = isTitle && !shareScript(tags) ? { source: tags.source, target: 'und' } : tags;
	const lower = words.map((word) => word.toLowerCase());
	const whole = languages.margin(lower.join(' '), rivals);
	if (whole === undefined || words.length === 0)
		return { words, isTitle, isShouted, margins: [], score: undefined };
	const margins = lower.map((word) => languages.margin(word, rivals)!);
	const sum = margins.reduce((total, margin) => total + clamp(margin), 0);
	return { words, isTitle, isShouted, margins, score: (whole + sum / words.length) / 2 };
}

/** Words of a heading in capitals; disclaimers of licences, which stay as they are, have more. */
const LOUDEST = 8;
const LOUD = /^(?=.*\p{Lu})\P{Ll}+$/u;

/** Letters from which a word of a title is capitalised: `Keep Sessions out of the Process`. */
const LONG = 4;

/** Bounds the say of one word: a single `does` shall not outvote a sentence. */
function clamp(margin: number): number {
	return Math.max(-150, Math.min(150, margin));
}
