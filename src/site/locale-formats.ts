/**
 * A day as readers of a language write it.
 *
 * `formatDay('2026-11-20', 'en')` => `'20 November 2026'`
 *
 * @param day as `2026-11-20`, or a date whose UTC day counts
 */
export function formatDay(day: string | Date, lang: string): string {
	const format = new Intl.DateTimeFormat(tagOf(lang), { dateStyle: 'long', timeZone: 'UTC' });
	return format.format(new Date(day));
}

/** `formatVersions(['22.23', '24.21'], 'fr')` => `'Node.js 22.23 et 24.21'`, without a break. */
export function formatVersions(versions: readonly (string | number)[], lang: string): string {
	const list = new Intl.ListFormat(tagOf(lang), { type: 'conjunction' });
	return `Node.js\u00a0${list.format(versions.map(String))}`;
}

/** The day comes first, and no comma before the last item, in the handbook's English. */
function tagOf(lang: string): string {
	return lang === 'en' ? 'en-GB' : lang;
}
