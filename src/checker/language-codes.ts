/** `isLanguageTag('pt_br')` and `isLanguageTag('zh-Hans')`, but not of `api` and `no-code`. */
export function isLanguageTag(text: string): boolean {
	if (!/^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(text)) return false;
	try {
		const { language, script, region, baseName } = new Intl.Locale(text.replaceAll('_', '-'));
		const parts = [language, script, region].filter((part) => part !== undefined);
		return (
			parts.join('-') === baseName &&
			isKnown('language', language) &&
			(script === undefined || isKnown('script', script)) &&
			(region === undefined || isKnown('region', region))
		);
	} catch {
		return false;
	}
}

/** `isCountryCode('jp')`, which many file names have for Japanese. */
export function isCountryCode(text: string): boolean {
	return /^[a-z]{2}$/i.test(text) && isKnown('region', text.toUpperCase());
}

/** The code of two letters of a language by its English name: `languageCode('French')` => `'fr'` */
export function languageCode(name: string): string | undefined {
	codes ??= new Map(
		PAIRS.flatMap((code) => {
			const known = names('language').of(code);
			return known === undefined ? [] : [[known.toLowerCase(), code]];
		}),
	);
	return codes.get(name.toLowerCase());
}

let codes: ReadonlyMap<string, string> | undefined;

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
const PAIRS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

type Kind = 'language' | 'script' | 'region';

function isKnown(kind: Kind, code: string): boolean {
	return names(kind).of(code) !== undefined;
}

/** Made when they are asked for: the first takes 11 ms. */
function names(type: Kind): Intl.DisplayNames {
	let known = made.get(type);
	if (!known) made.set(type, (known = new Intl.DisplayNames('en', { type, fallback: 'none' })));
	return known;
}

const made = new Map<string, Intl.DisplayNames>();
