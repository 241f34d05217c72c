import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { describe } from '../checker/describe.ts';
import type { Finding } from '../checker/finding.ts';
import { UsageError } from './usage-error.ts';

/** A finding that is accepted; its fingerprint says which, the rest says where it belongs. */
export interface BaselineEntry {
	readonly fingerprint: string;
	readonly rule: string;
	/** BCP 47 tag. */
	readonly locale: string;
	readonly path: string;
	/** For whoever reads the file. */
	readonly message: string;
}

/** @throws UsageError where there is no such file, or where it holds something else */
export function readBaseline(path: string): readonly BaselineEntry[] {
	const text = read(path);
	try {
		const { version, findings } = JSON.parse(text) as { version?: unknown; findings?: unknown };
		if (version === 1 && Array.isArray(findings) && findings.every(isEntry)) return findings;
	} catch {
		// Told below, as any other content that is no baseline.
	}
	throw new UsageError(
		`\`${path}\` is no baseline of this checker.`,
		'Resolve merge conflicts in it, or write it anew with --update-baseline.',
	);
}

/**
 * Writes findings one a line, so that a review shows each that came or went.
 *
 * @throws UsageError where the file cannot be written
 */
export function writeBaseline(path: string, entries: readonly BaselineEntry[]): void {
	const lines = [...new Set(entries.map((each) => `    ${JSON.stringify(each)}`))].sort();
	const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
	try {
		// Whole or not at all.
		writeFileSync(`${path}.new`, `{\n  "version": 1,\n  "findings": ${list}\n}\n`);
		renameSync(`${path}.new`, path);
	} catch (error) {
		throw new UsageError(
			`The baseline \`${path}\` cannot be written: ${(error as Error).message}.`,
			'Check the folder and its permissions.',
		);
	}
}

export function toEntry(finding: Finding): BaselineEntry {
	const { fingerprint = '', ruleId, locale, path } = finding;
	return { fingerprint, rule: ruleId, locale, path, message: describe(finding) };
}

function read(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT')
			throw new UsageError(
				`There is no baseline \`${path}\`.`,
				'Write one with --update-baseline, or correct the path.',
			);
		throw new UsageError(
			`The baseline \`${path}\` cannot be read: ${message}.`,
			'Check that it is a file, and its permissions.',
		);
	}
}

function isEntry(value: unknown): value is BaselineEntry {
	const { fingerprint, rule, locale, path } = (value ?? {}) as Partial<BaselineEntry>;
	return [fingerprint, rule, locale, path].every((each) => typeof each === 'string');
}
