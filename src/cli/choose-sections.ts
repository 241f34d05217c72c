import type { SourceSection } from '../checker/staleness/source-sections.ts';
import { didYouMean } from './did-you-mean.ts';

/**
 * The keys of the sections that somebody named, by the words or the ids of their headings.
 *
 * @param gone keys of sections that the source no longer has
 * @returns a sentence instead where a name means none of them, or several
 */
export function chooseSections(
	names: readonly string[],
	sections: readonly SourceSection[],
	gone: readonly string[],
): ReadonlySet<string> | string {
	const keys = [...sections.map(({ key }) => key), ...gone];
	const chosen = new Set<string>();
	for (const name of names) {
		const wanted = plain(name);
		const byWords = sections.filter((section) => plain(section.name) === wanted);
		if (keys.includes(name.trim())) chosen.add(name.trim());
		else if (byWords.length === 1) chosen.add(byWords[0]!.key);
		else if (byWords.length > 1)
			return `several sections are called \`${name}\`. Name one by its id: ${byWords.map(({ key }) => `\`${key}\``).join(', ')}`;
		else {
			const known = [...sections.map((section) => section.name), ...keys];
			const near = didYouMean(name, new Set(known.filter((each) => each !== '')));
			return `its source has no section \`${name}\`. ${near ?? `There are ${keys.map((key) => `\`${key}\``).join(', ')}.`}`;
		}
	}
	return chosen;
}

function plain(name: string): string {
	return name
		.replace(/^#+\s+/, '')
		.replace(/`/g, '')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
}
