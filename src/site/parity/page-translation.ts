import type { Corpus } from '../../checker/corpus.ts';
import type { Page } from '../../checker/page.ts';
import { TOP_KEY } from '../../checker/staleness/source-sections.ts';
import type { TranslationStatus } from '../../checker/staleness/translation-status.ts';
import { sourceLocale } from '../../locales.ts';
import { humanize } from '../routing/humanize.ts';
import type { StaleSection, Translation } from './translation.ts';

/**
 * The status of a page in the words of its readers: sections are called as the page calls them, and
 * the introduction is one, although front matter, title and first paragraphs are recorded apart.
 */
export function pageTranslation(
	page: Page,
	corpus: Corpus,
	{ state, errors, staleSections }: TranslationStatus,
): Translation {
	const { ids } = corpus.anchors(page);
	const title = corpus.find(sourceLocale.folder, page.page)?.mainHeading?.slug;
	const sections = staleSections.map(({ key, name, isGone }): StaleSection => {
		if (isGone) return { kind: 'gone', name: humanize(key), lang: sourceLocale.lang };
		if (key === TOP_KEY || key === title) return { kind: 'introduction', name: '' };
		const heading = page.headings[ids.indexOf(key)];
		return heading
			? { kind: 'section', name: heading.text, anchor: key }
			: { kind: 'section', name, lang: sourceLocale.lang };
	});
	const ofKind = (kind: StaleSection['kind']) => sections.filter((each) => each.kind === kind);
	return {
		state,
		errors,
		staleSections: [...ofKind('introduction').slice(0, 1), ...ofKind('section'), ...ofKind('gone')],
	};
}
