import type { Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Pair } from '../pair.ts';
import { readRecord, type TranslationRecord } from './record.ts';
import { sourceSections, type SourceSection } from './source-sections.ts';
import { compareRecord, type SectionState } from './staleness.ts';

/** A section of the source beside what became of it in the translation. */
export interface PairedSection extends SectionState {
	/** Its heading there; the top of the page has none. */
	readonly heading: Block | undefined;
	/** The translation lacks it. */
	readonly isMissing: boolean;
}

export interface PairStaleness {
	readonly record: TranslationRecord;
	readonly sections: readonly PairedSection[];
	/** Keys of recorded sections that the source no longer has. */
	readonly gone: readonly string[];
}

/** @returns `undefined` where the translation has no record, or none that can be read */
export function pairStaleness(pair: Pair): PairStaleness | undefined {
	const record = readRecord(pair.target);
	if (!record || record.isBroken) return undefined;
	const { alignment, source, policy } = pair;
	const { sections, gone } = compareRecord(
		sectionsOnce(source, policy.translatedKeys),
		record.digests,
	);
	const headings = new Map(alignment.matches.map((match) => [match.source, match.target]));
	return {
		record,
		gone,
		sections: sections.map((state): PairedSection => {
			const own = state.section.heading;
			const heading = own && headings.get(own);
			return { ...state, heading, isMissing: own !== undefined && !heading };
		}),
	};
}

/** A source page is compared with each of its translations. */
function sectionsOnce(document: Document, translatedKeys: readonly string[]): SourceSection[] {
	let sections = known.get(document);
	if (!sections) known.set(document, (sections = sourceSections(document, translatedKeys)));
	return sections;
}

const known = new WeakMap<Document, SourceSection[]>();
