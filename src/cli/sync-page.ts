import type { Checker } from '../checker/check.ts';
import type { Document } from '../checker/document/document.ts';
import { parseDocument } from '../checker/document/parse-document.ts';
import type { Finding } from '../checker/finding.ts';
import type { SourceFile } from '../checker/source-file.ts';
import { sourceSections } from '../checker/staleness/source-sections.ts';
import { hasConflict } from './has-conflict.ts';
import type { Plan } from './plan.ts';
import { stamp } from './stamp.ts';
import { refused, type Refused, type SyncOutcome } from './sync-outcome.ts';

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
	const page = source && parseDocument(source);
	const { translatedKeys } = plan.policy;
	const sections = page && isSound(page) ? sourceSections(page, translatedKeys) : [];
	const outcomes: SyncOutcome[] = [];
	for (const file of targets) {
		const target = parseDocument(file);
		const outcome =
			refusal(page, target, errors) ??
			(await stamp({ plan, checker, source: source!, sections, file, target, names }));
		outcomes.push({ path: file.path, ...outcome });
	}
	return outcomes;
}

function refusal(
	source: Document | undefined,
	target: Document,
	errors: readonly Finding[],
): Refused | undefined {
	const { path } = target;
	const about = (file: Document): Finding[] => errors.filter((each) => each.path === file.path);
	if (!source)
		return refused(
			`it has no source page. Run \`npx parity check ${path}\` to see whether that was renamed`,
		);
	// A page about git may show such marks, and so does its source.
	if (hasConflict(target.text) && !hasConflict(source.text))
		return refused('it holds conflict markers of git. Resolve the conflict first');
	if (about(target).length > 0) return refused('it has errors', about(target));
	if (about(source).length > 0 || !isSound(source))
		return refused(`its source page \`${source.path}\` has errors`, about(source));
	return isSound(target) ? undefined : refused('it cannot be read');
}

/** Whatever the severities of a project: what cannot be read cannot be recorded. */
function isSound({ defect, parseError, frontMatter }: Document): boolean {
	return !defect && !parseError && frontMatter.problems.length === 0;
}
