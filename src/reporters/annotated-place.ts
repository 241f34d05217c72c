import type { Finding } from '../checker/finding.ts';
import type { Range } from '../checker/place.ts';

/**
 * Where a code host shows a finding. It can only show files that exist: a missing translation is
 * shown at its source.
 */
export function annotatedPlace(finding: Finding): { path: string; range?: Range } {
	return finding.isFileMissing && finding.source ? finding.source : finding;
}
