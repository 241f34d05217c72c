import { languageOf } from './language-of.ts';

/** A way to write a word that the language no longer has, or never had. */
export interface Misspelling {
	readonly messageId: 'accent-missing' | 'accent-needless' | 'same-sound';
	/** What is written; global. */
	readonly pattern: RegExp;
	/** What to write instead. */
	readonly expected: (written: string) => string;
}

const ACCENTED: Readonly<Record<string, string>> = { A: 'À', C: 'Ç', E: 'É' };

/** Words that are no others without the accent, and those at the beginning of a sentence. */
const FRENCH: readonly Misspelling[] = [
	{
		messageId: 'accent-missing',
		pattern: new RegExp(
			[
				'(?<![\\p{L}\\p{M}\\p{N}_./@-])E(?:cran|chec|diteur|tape|tat)s?(?![\\p{L}\\p{M}\\p{N}_./(=])',
				'(?<![\\p{L}\\p{M}\\p{N}_./@-])E(?:criture|crire|crivez|diter|galement|tre|vite[rz])(?![\\p{L}\\p{M}\\p{N}_./(=-])',
				'(?=A)(?<=^|[.!?…]\\s+)A(?=\\s(?:éviter|faire|lire|noter|partir|propos|retenir|savoir|voir)(?![\\p{L}\\p{M}]))',
				"(?=C)(?<=^|[.!?…]\\s+)Ca(?=\\s(?:arrive|dépend|fonctionne|marche|ne|n[’']\\p{L}+|peut|se|suffit|va)(?![\\p{L}\\p{M}]))",
			].join('|'),
			'gu',
		),
		expected: (written) => ACCENTED[written[0]!]! + written.slice(1),
	},
];

/**
 * The Academy's spelling of 2010, which holds wherever Spanish is written: no accent on `solo` and on
 * demonstratives, `e` before the sound of i, `u` before that of o. Before `hielo` it stays `y`, and
 * words with capitals, such as `iOS`, are read as in English.
 *
 * Source: Real Academia Española, Ortografía de la lengua española (2010).
 */
const SPANISH: readonly Misspelling[] = [
	{
		messageId: 'accent-needless',
		pattern:
			/(?<![\p{L}\p{M}\p{N}_./@-])(?:[Ss]ólo|[Éé]s[eao]s?|[Éé]st[eao]s?|[Aa]quél(?:l[ao]s?)?)(?![\p{L}\p{M}\p{N}_/@-]|\.[\p{L}\p{N}])/gu,
		expected: (written) =>
			written.replace(/[óéÉ]/, (letter) => ({ ó: 'o', é: 'e', É: 'E' })[letter]!),
	},
	{
		messageId: 'same-sound',
		pattern:
			/(?<=\s)y(?=\s(?:hi(?![aeou])|[ií](?![aeou]))[\p{Ll}\p{M}]+(?![\p{L}\p{N}_/@-]|\.[\p{L}\p{N}]))/gu,
		expected: () => 'e',
	},
	{
		messageId: 'same-sound',
		pattern: /(?<=\s)o(?=\sh?[oó][\p{Ll}\p{M}]+(?![\p{L}\p{N}_/@-]|\.[\p{L}\p{N}]))/gu,
		expected: () => 'u',
	},
];

/**
 * What is to be looked for in a locale; `undefined` for languages that are not covered.
 *
 * @param locale BCP 47 tag
 */
export function misspellingsOf(locale: string): readonly Misspelling[] | undefined {
	const { language, region } = languageOf(locale);
	switch (language) {
		case 'fr':
			// Canada leaves capitals to the writer.
			return region === 'ca' ? [] : FRENCH;
		case 'es':
			return SPANISH;
		case 'pt':
			return [];
		default:
			return undefined;
	}
}
