import type { Report } from '../checker/report.ts';
import { count } from './count.ts';

/**
 * A run in one line: `3 errors, 1 warning in 2 files · 5 pages, 15 pairs`. A run that compared
 * nothing with its source, such as a build's, has no pairs to speak of.
 */
export function total({ findings, summary, baselined = 0 }: Report): string {
	const { pages, pairs, errors, warnings } = summary;
	if (findings.length === 0) {
		const accepted = baselined === 0 ? '' : ` beyond ${count(baselined, 'accepted finding')}`;
		return `Parity: ${count(pages, 'page')}, ${count(pairs, 'translation')}, nothing to report${accepted}.`;
	}
	const kinds = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
	const files = new Set(findings.map(({ path }) => path)).size;
	const compared = [count(pages, 'page'), pairs > 0 && count(pairs, 'pair')];
	return [
		`${list(kinds)} in ${count(files, 'file')}`,
		list(compared),
		...(baselined > 0 ? [`${count(baselined, 'finding')} accepted by the baseline`] : []),
	].join(' · ');
}

function list(parts: readonly (string | false)[]): string {
	return parts.filter((part) => part !== false).join(', ');
}
