import type { Document } from '../checker/document/document.ts';
import { parseDocument } from '../checker/document/parse-document.ts';
import { sectionText } from '../checker/staleness/section-text.ts';
import { sourceSections, type SourceSection } from '../checker/staleness/source-sections.ts';
import { compareRecord, type SectionState } from '../checker/staleness/staleness.ts';
import { historyLimit, pastVersions, type HistoryLimit } from '../corpus/past-versions.ts';

/** A section of the source that is another one than when it was translated. */
export interface SectionDifference {
	readonly state: 'changed' | 'renamed' | 'new' | 'gone';
	/** Empty for what stands above the first heading. */
	readonly name: string;
	/** Its heading at that time, where that was another one. */
	readonly formerName?: string | undefined;
	/** Absent where nobody has it any more. */
	readonly before?: string | undefined;
	/** Absent where the section is gone. */
	readonly after?: string | undefined;
}

export interface SourceDifferences {
	readonly sections: readonly SectionDifference[];
	/** Why texts are missing, if some are. */
	readonly limit: HistoryLimit | undefined;
}

/**
 * What changed in a source page since translations of it were recorded; one answer for each record,
 * from one look at the history.
 *
 * @param path absolute path of the source page
 * @param records digests by the keys of sections
 */
export async function sourceDifferences(
	source: Document,
	path: string,
	records: readonly ReadonlyMap<string, string>[],
	translatedKeys: readonly string[],
): Promise<SourceDifferences[]> {
	const sections = sourceSections(source, translatedKeys);
	const compared = records.map((digests) => ({ digests, ...compareRecord(sections, digests) }));
	const wanted = new Set(
		compared.flatMap(({ digests, sections: states, gone }) =>
			[...states.filter(isOther).map(keyOf), ...gone].flatMap((key) => digests.get(key) ?? []),
		),
	);
	const past = await findPast(source, path, wanted, translatedKeys);
	const limit = past.size < wanted.size ? await historyLimit(path) : undefined;
	return compared.map(({ digests, sections: states, gone }): SourceDifferences => {
		const before = (key: string): PastSection | undefined => past.get(digests.get(key) ?? '');
		const differences = [
			...states.filter(isOther).map((state): SectionDifference => {
				const { section, recordedKey } = state;
				const former = before(keyOf(state));
				return {
					state: state.state === 'current' ? 'changed' : state.state,
					name: section.name,
					formerName: recordedKey && (former?.name ?? recordedKey),
					before: state.state === 'new' ? '' : former?.text,
					after: sectionText(source, sections, section, translatedKeys),
				};
			}),
			...gone.map((key): SectionDifference => {
				const former = before(key);
				return { state: 'gone', name: former?.name ?? key, before: former?.text };
			}),
		];
		const isLacking = differences.some((each) => each.before === undefined);
		return { sections: differences, limit: isLacking ? limit : undefined };
	});
}

interface PastSection {
	readonly name: string;
	readonly text: string;
}

function isOther({ state }: SectionState): boolean {
	return state !== 'current';
}

function keyOf({ section, recordedKey }: SectionState): string {
	return recordedKey ?? section.key;
}

/** Sections of earlier versions by their digests, each from the newest version that has it. */
async function findPast(
	source: Document,
	path: string,
	wanted: ReadonlySet<string>,
	translatedKeys: readonly string[],
): Promise<ReadonlyMap<string, PastSection>> {
	const found = new Map<string, PastSection>();
	if (wanted.size === 0) return found;
	for await (const text of pastVersions(path)) {
		const version = parseDocument({ ...fileOf(source), text });
		const sections: readonly SourceSection[] = sourceSections(version, translatedKeys);
		for (const section of sections) {
			const { digest, name } = section;
			if (!wanted.has(digest) || found.has(digest)) continue;
			found.set(digest, { name, text: sectionText(version, sections, section, translatedKeys) });
		}
		if (found.size === wanted.size) break;
	}
	return found;
}

function fileOf({ path, locale, page }: Document) {
	return { path, locale, page };
}
