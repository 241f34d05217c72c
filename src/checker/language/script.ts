import { PHRASE, wordsOf } from './words.ts';
import type { LanguageTags } from './languages.ts';

/**
 * The verdict on a text where its letters alone give one.
 *
 * @returns whether it is in the language of the source; `undefined` where the scripts do not tell
 */
export function judgeByScript(text: string, tags: LanguageTags): boolean | undefined {
	const [source, target] = [scriptsOf(tags.source), scriptsOf(tags.target)];
	const [ofSource, ofBoth, ofTarget] = [
		source.filter((script) => !target.includes(script)),
		source.filter((script) => target.includes(script)),
		target.filter((script) => !source.includes(script)),
	].map((scripts) => lettersIn(text, scripts)) as [number, number, number];
	const letters = text.match(/\p{L}/gu)?.length ?? 0;

	// Names and code are in Latin letters everywhere, so these letters tell nothing.
	if (!target.includes('Latn') && ofTarget > letters * STRAY) return false;
	if (source.includes('Latn')) return undefined;
	if (ofSource > letters * MAIN)
		return ofSource >= SHORTEST_LETTERS && wordsOf(text).length >= PHRASE;
	// From Chinese: Japanese and Korean have letters of their own in every sentence.
	if (ofBoth > letters * MAIN && target.length > source.length) return ofBoth >= SENTENCE_LETTERS;
	return undefined;
}

/** Share of letters above which a script is no stray sign. */
const STRAY = 0.1;

/** Share of letters above which a script is that of the text: a third of Japanese is kana. */
const MAIN = 0.3;

/** Names of languages, such as `日本語`, have fewer. */
const SHORTEST_LETTERS = 4;

/** Headings of Chinese characters alone are shorter, in Japanese too. */
const SENTENCE_LETTERS = 12;

/** Whether a text has letters that are those of a language, and not Latin ones. */
export function isInOwnScript(text: string, tag: string): boolean {
	const scripts = scriptsOf(tag);
	return !scripts.includes('Latn') && lettersIn(text, scripts) > 0;
}

/** Whether both languages are written in the same letters, or in part. */
export function shareScript(tags: LanguageTags): boolean {
	const target = scriptsOf(tags.target);
	return scriptsOf(tags.source).some((script) => target.includes(script));
}

/** ISO 15924 codes of the Unicode scripts a language is written in; none for a malformed tag. */
function scriptsOf(tag: string): readonly string[] {
	let scripts = known.get(tag);
	if (!scripts) known.set(tag, (scripts = findScripts(tag)));
	return scripts;
}

/** The languages of a run are few, and are asked about for each text. */
const known = new Map<string, readonly string[]>();

function findScripts(tag: string): readonly string[] {
	try {
		const { script } = new Intl.Locale(tag).maximize();
		return script === undefined ? [] : (COMPOSED[script] ?? [script]);
	} catch {
		return [];
	}
}

/** Codes that stand for several Unicode scripts at once, or for a part of one. */
const COMPOSED: Readonly<Record<string, readonly string[]>> = {
	Jpan: ['Han', 'Hira', 'Kana'],
	Kore: ['Hang', 'Han'],
	Hans: ['Han'],
	Hant: ['Han'],
};

function lettersIn(text: string, scripts: readonly string[]): number {
	if (scripts.length === 0) return 0;
	const letter = new RegExp(scripts.map((script) => `\\p{Script=${script}}`).join('|'), 'gu');
	return text.match(letter)?.length ?? 0;
}
