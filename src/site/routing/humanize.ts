/** `humanize('going-to-production')` => `'Going to production'` */
export function humanize(name: string): string {
	const words = name.replaceAll('-', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}
