import { join } from 'node:path';
import type { Checker } from '../checker/check.ts';
import type { Document } from '../checker/document/document.ts';
import { parseDocument } from '../checker/document/parse-document.ts';
import type { SourceFile } from '../checker/source-file.ts';
import { nextRecord } from '../checker/staleness/next-record.ts';
import { readRecord } from '../checker/staleness/record.ts';
import type { SourceSection } from '../checker/staleness/source-sections.ts';
import { compareRecord } from '../checker/staleness/staleness.ts';
import { writeRecord } from '../checker/staleness/write-record.ts';
import { chooseSections } from './choose-sections.ts';
import type { Plan } from './plan.ts';
import { refused, type Recorded, type Refused } from './sync-outcome.ts';
import { WriteError, writeWhole } from './write-file.ts';

/** A translation without errors, beside its source. */
export interface StampRequest {
	readonly plan: Plan;
	readonly checker: Checker;
	readonly source: SourceFile;
	/** Of the source. */
	readonly sections: readonly SourceSection[];
	readonly file: SourceFile;
	/** The same file, parsed. */
	readonly target: Document;
	/** Words or ids of headings; all sections where there are none. */
	readonly names: readonly string[];
}

type Digests = ReadonlyMap<string, string>;

/** Writes the record of one translation, unless it stands there already. */
export async function stamp(
	request: StampRequest,
): Promise<{ readonly kind: 'current' } | ({ readonly kind: 'recorded' } & Recorded) | Refused> {
	const { plan, sections, file, target, names } = request;
	const record = readRecord(target);
	const before: Digests = record && !record.isBroken ? record.digests : new Map<string, string>();
	const { gone } = compareRecord(sections, before);
	const keys =
		names.length === 0
			? new Set([...sections.map(({ key }) => key), ...gone])
			: chooseSections(names, sections, gone);
	if (typeof keys === 'string') return refused(keys);

	let after = nextRecord(sections, before, keys);
	let text = writeRecord(file.text, after);
	if (text !== file.text) {
		const lacking = await contradicted(request, text);
		after = new Map([...after].filter(([key]) => !lacking.has(key)));
		text = writeRecord(file.text, after);
	}
	if (text === file.text) return { kind: 'current' };
	const written = readRecord(parseDocument({ ...file, text }))?.digests;
	if (!isSame(written, after)) return refused('its front matter cannot take the record');
	try {
		writeWhole(join(plan.folder, file.path), text);
	} catch (error) {
		if (!(error instanceof WriteError)) throw error;
		return refused(`it cannot be written: ${error.reason}`);
	}
	const isFirst = before.size === 0;
	return { kind: 'recorded', isFirst, sections: changes(sections, before, after) };
}

/** Sections that a page does without on purpose, such as behind a waiver: they are not recorded. */
async function contradicted(
	{ checker, source, file }: StampRequest,
	text: string,
): Promise<ReadonlySet<string>> {
	const findings = await checker.checkPage({ source, targets: [{ ...file, text }] });
	const told = findings.filter(
		({ ruleId, messageId }) => ruleId === 'stale-record' && messageId === 'contradicted',
	);
	return new Set(told.map(({ data }) => data.key ?? ''));
}

function changes(
	sections: readonly SourceSection[],
	before: Digests,
	after: Digests,
): Recorded['sections'] {
	const names = new Map(sections.map(({ key, name }) => [key, name]));
	return [...new Set([...after.keys(), ...before.keys()])]
		.filter((key) => before.get(key) !== after.get(key))
		.map((key) => ({ key, name: names.get(key) ?? key }));
}

function isSame(a: Digests | undefined, b: Digests): boolean {
	return JSON.stringify([...(a ?? [])]) === JSON.stringify([...b]);
}
