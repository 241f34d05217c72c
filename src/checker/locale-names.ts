/**
 * The names under which a locale occurs in paths, file names and hosts, in lower case.
 *
 * `localeNames('pt-BR', 'brazil')` => `['pt-br', 'pt_br', 'pt', 'br', 'brazil']`
 */
export function localeNames(tag: string, part: string | undefined): string[] {
	const lower = tag.toLowerCase();
	const [language = '', ...subtags] = lower.split('-');
	const region = subtags.find((subtag) => /^[a-z]{2}$/.test(subtag)) ?? COUNTRIES[language];
	const names = [
		...[lower, lower.replaceAll('-', '_'), language, region, part?.toLowerCase()],
		...(language === 'zh' ? chineseNames(tag) : []),
	];
	return [...new Set(names.filter((name) => name !== undefined))];
}

/** `chineseNames('zh-TW')` => `['zh-hant', 'zh-tw']`: sites name either the script or the country. */
function chineseNames(tag: string): string[] {
	try {
		const { script, region } = new Intl.Locale(tag).maximize();
		return [`zh-${script}`.toLowerCase(), `zh-${region}`.toLowerCase()];
	} catch {
		return [];
	}
}

/** Countries that stand for their language in many file names: `README_JP.md`. */
const COUNTRIES: Readonly<Record<string, string>> = { ja: 'jp', ko: 'kr', zh: 'cn' };
