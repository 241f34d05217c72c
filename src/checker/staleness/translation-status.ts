import { parseDocument } from '../document/parse-document.ts';
import type { Finding } from '../finding.ts';
import type { SourceFile } from '../source-file.ts';
import { readRecord } from './record.ts';

/**
 * How a translation stands. `missing`: there is none. `broken`: findings of severity error.
 * `stale`: sections of its source have changed. `unrecorded`: nobody has recorded what it was made
 * from. `current`: none of these.
 */
export type TranslationState = 'current' | 'stale' | 'unrecorded' | 'broken' | 'missing';

export interface TranslationStatus {
	readonly state: TranslationState;
	/** Sections of the source that changed since they were translated. */
	readonly staleSections: readonly StaleSection[];
	/** Findings of that severity, those for stale sections aside. */
	readonly errors: number;
	readonly warnings: number;
}

export interface StaleSection {
	/** The id of its heading; `_` for the top of the page. */
	readonly key: string;
	/** The words of its heading in the source; empty for the top of the page. */
	readonly name: string;
	/** The source no longer has it. */
	readonly isGone: boolean;
}

/**
 * @param file the translation; absent where there is none
 * @param findings about this file
 */
export function translationStatus(
	file: SourceFile | undefined,
	findings: readonly Finding[],
): TranslationStatus {
	// Stale is a state of its own here, however hard a project is on it.
	const stale = findings.filter(({ ruleId }) => ruleId === 'stale-section');
	const others = findings.filter(({ ruleId }) => ruleId !== 'stale-section');
	const errors = others.filter(({ severity }) => severity === 'error').length;
	const staleSections = stale.map(({ messageId, data }): StaleSection => {
		const { key = '', section = '' } = data;
		return { key, name: section, isGone: messageId === 'gone' };
	});
	return { state: stateOf(), staleSections, errors, warnings: others.length - errors };

	function stateOf(): TranslationState {
		if (!file) return 'missing';
		if (errors > 0) return 'broken';
		if (staleSections.length > 0) return 'stale';
		return isRecorded(file) ? 'current' : 'unrecorded';
	}
}

/** Reads the front matter alone: to parse all pages anew takes a fifth of a run. */
function isRecorded(file: SourceFile): boolean {
	const head = /^(---|\+\+\+)[ \t]*\r?\n[^]*?^\1[ \t]*$/m.exec(file.text)?.[0] ?? '';
	return readRecord(parseDocument({ ...file, text: head })) !== undefined;
}
