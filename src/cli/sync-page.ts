import { join } from 'node:path';
import type { Checker } from '../checker/check.ts';
import type { Document } from '../checker/document/document.ts';
import { parseDocument } from '../checker/document/parse-document.ts';
import type { Finding } from '../checker/finding.ts';
import type { SourceFile } from '../checker/source-file.ts';
import { nextRecord } from '../checker/staleness/next-record.ts';
import { readRecord } from '../checker/staleness/record.ts';
import { sourceSections, type SourceSection } from '../checker/staleness/source-sections.ts';
import { compareRecord } from '../checker/staleness/staleness.ts';
import { writeRecord } from '../checker/staleness/write-record.ts';
import { chooseSections } from './choose-sections.ts';
import { hasConflict } from './has-conflict.ts';
import type { Plan } from './plan.ts';
import { WriteError, writeWhole } from './write-file.ts';

/** What became of one translation. */
export type SyncOutcome =
	| { readonly kind: 'current'; readonly path: string }
	| { readonly kind: 'recorded'; readonly path: string; readonly what: Recorded }
	| {
			readonly kind: 'refused';
			readonly path: string;
			readonly reason: string;
			/** Errors of the page that stand in the way. */
			readonly findings: readonly Finding[];
	  };

export interface Recorded {
	/** There was no record that could be read. */
	readonly isFirst: boolean;
	/** Sections that are recorded as they are now, and were not before; those that went away too. */
	readonly sections: readonly { readonly key: string; readonly name: string }[];
}

/** Told by the record itself, or mended by writing it. */
const ABOUT_RECORDS = new Set(['stale-record', 'stale-section']);

/**
 * Records in the translations of one page that they match their source, where they do.
 *
 * @param names words or ids of headings; all sections where there are none
 */
export async function syncPage(
	plan: Plan,
	checker: Checker,
	{ source, targets }: { source: SourceFile | undefined; targets: readonly SourceFile[] },
	names: readonly string[],
): Promise<SyncOutcome[]> {
	const findings = await checker.checkPage({ source, targets });
	const errors = findings.filter(
		({ severity, ruleId }) => severity === 'error' && !ABOUT_RECORDS.has(ruleId),
	);
	const parsed = source && parseDocument(source);
	const outcomes: SyncOutcome[] = [];
	for (const file of targets) {
		const { path } = file;
		const refused = (reason: string, about: readonly Finding[] = []): SyncOutcome => ({
			...{ kind: 'refused', path, reason, findings: about },
		});
		const own = errors.filter((finding) => finding.path === path);
		const ofSource = errors.filter((finding) => finding.path === parsed?.path);
		if (!parsed) outcomes.push(refused('it has no source page'));
		else if (hasConflict(file.text) && !hasConflict(parsed.text))
			outcomes.push(refused('it holds conflict markers of git. Resolve the conflict first'));
		else if (own.length > 0) outcomes.push(refused('it has errors', own));
		else if (ofSource.length > 0 || !isSound(parsed))
			outcomes.push(refused(`its source page \`${parsed.path}\` has errors`, ofSource));
		else if (!isSound(parseDocument(file))) outcomes.push(refused('it cannot be read'));
		else outcomes.push(await stamp(plan, checker, parsed, file, names, refused));
	}
	return outcomes;
}

/** Whatever the severities of a project: what cannot be read cannot be recorded. */
function isSound({ defect, parseError, frontMatter }: Document): boolean {
	return !defect && !parseError && frontMatter.problems.length === 0;
}

async function stamp(
	{ folder, policy }: Plan,
	checker: Checker,
	source: Document,
	file: SourceFile,
	names: readonly string[],
	refused: (reason: string) => SyncOutcome,
): Promise<SyncOutcome> {
	const sections = sourceSections(source, policy.translatedKeys);
	const record = readRecord(parseDocument(file));
	const before = record && !record.isBroken ? record.digests : new Map<string, string>();
	const { gone } = compareRecord(sections, before);
	const keys =
		names.length === 0
			? new Set([...sections.map(({ key }) => key), ...gone])
			: chooseSections(names, sections, gone);
	if (typeof keys === 'string') return refused(keys);

	let after = nextRecord(sections, before, keys);
	let text = writeRecord(file.text, after);
	if (text !== file.text) {
		const lacking = await contradicted(checker, source, { ...file, text });
		after = new Map([...after].filter(([key]) => !lacking.has(key)));
		text = writeRecord(file.text, after);
	}
	const { path } = file;
	if (text === file.text) return { kind: 'current', path };
	if (!isSame(readRecord(parseDocument({ ...file, text }))?.digests, after))
		return refused('its front matter cannot take the record');
	try {
		writeWhole(join(folder, path), text);
	} catch (error) {
		if (!(error instanceof WriteError)) throw error;
		return refused(`it cannot be written: ${error.reason}`);
	}
	const isFirst = before.size === 0;
	return { kind: 'recorded', path, what: { isFirst, sections: changes(sections, before, after) } };
}

/** Sections that a page does without on purpose, such as behind a waiver: they are not recorded. */
async function contradicted(
	checker: Checker,
	source: SourceFile,
	target: SourceFile,
): Promise<ReadonlySet<string>> {
	const findings = await checker.checkPage({ source, targets: [target] });
	const told = findings.filter(
		({ ruleId, messageId }) => ruleId === 'stale-record' && messageId === 'contradicted',
	);
	return new Set(told.map(({ data }) => data.key ?? ''));
}

function changes(
	sections: readonly SourceSection[],
	before: ReadonlyMap<string, string>,
	after: ReadonlyMap<string, string>,
): Recorded['sections'] {
	const names = new Map(sections.map(({ key, name }) => [key, name]));
	return [...new Set([...after.keys(), ...before.keys()])]
		.filter((key) => before.get(key) !== after.get(key))
		.map((key) => ({ key, name: names.get(key) ?? key }));
}

function isSame(
	a: ReadonlyMap<string, string> | undefined,
	b: ReadonlyMap<string, string>,
): boolean {
	return JSON.stringify([...(a ?? [])]) === JSON.stringify([...b]);
}
