/**
 * The names under which a locale occurs in paths, file names and hosts, in lower case.
 *
 * `localeNames('pt-BR', 'brazilian-portuguese')` => `['pt-br', 'pt_br', 'pt', 'brazilian-portuguese']`
 */
export function localeNames(tag: string, part: string | undefined): string[] {
	const lower = tag.toLowerCase();
	const names = [lower, lower.replaceAll('-', '_'), lower.split('-')[0]!];
	if (part !== undefined) names.push(part.toLowerCase());
	return [...new Set(names)];
}
