import { describe } from '../checker/describe.ts';
import type { Finding } from '../checker/finding.ts';
import type { Range } from '../checker/place.ts';
import type { Report } from '../checker/report.ts';
import { jsonText } from './json-text.ts';

/**
 * A report for programs: one object, versioned, keys in a stable order. Texts are those of the
 * content, so whoever shows them has to escape them. Ends with a newline.
 */
export function json({ findings, summary, baselined }: Report): string {
	const { pages, pairs, errors, warnings } = summary;
	const envelope = {
		version: 1,
		findings: findings.map(entry),
		summary: {
			...{ pages, pairs, errors, warnings },
			...(baselined !== undefined && { baselined }),
		},
	};
	return jsonText(envelope);
}

function entry(finding: Finding) {
	const { ruleId, severity, locale, page, path, range, source, fingerprint, differences } = finding;
	return {
		ruleId,
		severity,
		locale,
		page,
		message: describe(finding),
		target: finding.isFileMissing ? null : place(path, range),
		source: source ? place(source.path, source.range) : null,
		fixable: finding.isFixable ?? false,
		...(fingerprint !== undefined && { fingerprint }),
		...(differences && {
			differences: differences.map(({ expected, found, line }) => ({ expected, found, line })),
		}),
	};
}

/** Picks its keys: ranges may carry offsets, which are nobody else's business. */
function place(path: string, range: Range | undefined) {
	if (!range) return { path };
	const { start, end } = range;
	return {
		path,
		start: { line: start.line, column: start.column },
		end: { line: end.line, column: end.column },
	};
}
