import type { Document } from '../document/document.ts';
import { isTranslatedKey } from '../front-matter/translated-key.ts';
import type { SourceSection } from './source-sections.ts';

/**
 * A section as it is written, for people who compare two versions of it. What precedes the first
 * heading begins with the translated texts of the front matter, and ends with the code of MDX that
 * stands elsewhere, since a change of either counts as one of that section.
 *
 * @param sections all sections of the document
 * @param translatedKeys keys of front matter whose texts are translated
 */
export function sectionText(
	document: Document,
	sections: readonly SourceSection[],
	section: SourceSection,
	translatedKeys: readonly string[],
): string {
	const { text, head, frontMatter, scripts } = document;
	const next = sections[sections.indexOf(section) + 1];
	const to = next?.blocks[0]?.span.from ?? text.length;
	if (section.heading) return text.slice(section.heading.span.from, to).trim();
	const values = Object.entries(frontMatter.data)
		.filter(([key]) => isTranslatedKey(key, translatedKeys))
		.map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
	const code = scripts.filter(({ span }) => span.from >= to).map(({ value }) => value.trim());
	return [values.join('\n'), text.slice(head?.to ?? 0, to).trim(), ...code]
		.filter((part) => part !== '')
		.join('\n\n');
}
