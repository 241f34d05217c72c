import type {
	StaleSection,
	TranslationState,
	TranslationStatus,
} from '../checker/staleness/translation-status.ts';

/** How each translation of each page stands. */
export interface StatusReport {
	/** BCP 47 tags, in the order in which they are shown. */
	readonly locales: readonly string[];
	/** Source pages in the order of their names. */
	readonly pages: readonly PageStatus[];
}

export interface PageStatus {
	/** What `{page}` matched. */
	readonly page: string;
	/** By tag; without the languages that nobody asked for. */
	readonly locales: ReadonlyMap<string, TranslationStatus & { readonly path: string }>;
}

/** How many translations are in each state. */
export type StateCounts = Readonly<Record<TranslationState, number>>;

/** In the order in which they are counted up. */
export const STATES = ['current', 'stale', 'unrecorded', 'broken', 'missing'] as const;

export function countStates({ pages }: StatusReport, locale: string): StateCounts {
	const counts = { current: 0, stale: 0, unrecorded: 0, broken: 0, missing: 0 };
	for (const { locales } of pages) {
		const state = locales.get(locale)?.state;
		if (state) counts[state]++;
	}
	return counts;
}

/** As somebody would call it: the words of its heading. */
export function sectionLabel({ name, isGone }: StaleSection): string {
	if (name === '') return 'above the first heading';
	return isGone ? `${name} (gone)` : name;
}
