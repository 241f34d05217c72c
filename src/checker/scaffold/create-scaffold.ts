import type { Checker } from '../check.ts';
import { parseDocument } from '../document/parse-document.ts';
import type { Finding } from '../finding.ts';
import { judgesWords, readPlaceholders } from '../placeholders.ts';
import type { SourceFile } from '../source-file.ts';
import type { HeadingTable } from './heading-table.ts';
import { coverFindings, writeScaffold } from './write-scaffold.ts';

/** A translation as it begins. */
export interface Scaffold {
	readonly text: string;
	readonly placeholders: number;
	/** What keeps the source itself from being translated. */
	readonly problems: readonly Finding[];
}

/**
 * The scaffold of a translation, of which the checker tells the placeholders and nothing else.
 *
 * @param target where it will lie; its `locale` is a BCP 47 tag
 * @param translatedKeys keys of front matter whose texts are translated
 */
export async function createScaffold(
	source: SourceFile,
	target: Omit<SourceFile, 'text'>,
	{ headings, translatedKeys, checker }: ScaffoldOptions,
): Promise<Scaffold> {
	const draft = { ...target, text: writeScaffold(source, target.path, headings, translatedKeys) };
	const findings = await checker.checkPage({ source, targets: [draft] });
	const loose = findings.filter(({ path }) => path === draft.path);
	const text = loose.some(({ ruleId }) => judgesWords(ruleId))
		? coverFindings(draft, loose)
		: draft.text;
	return {
		text,
		placeholders: readPlaceholders(parseDocument({ ...target, text })).length,
		problems: findings.filter(({ path, severity }) => path === source.path && severity === 'error'),
	};
}

export interface ScaffoldOptions {
	readonly headings: HeadingTable;
	readonly translatedKeys: readonly string[];
	readonly checker: Checker;
}
