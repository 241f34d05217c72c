import type { Locale } from '../../locales.ts';
import { localePrefix } from './addresses.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Path of a page in a language, below the site's base: `/fr/going-to-production/`. */
export function addressIn({ folder }: Locale, slug: string): string {
	return (
		base +
		[localePrefix(folder), slug]
			.filter(Boolean)
			.map((part) => `${part}/`)
			.join('')
	);
}
