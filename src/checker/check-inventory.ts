import { createFinding } from './create-finding.ts';
import type { Finding, Severity } from './finding.ts';
import { withFingerprints } from './fingerprint.ts';
import type { Inventory } from './inventory.ts';
import { inventoryRules } from './rules/inventory-rules.ts';

/**
 * What is to be said about the pages that exist, whatever they hold.
 *
 * @param severities that differ from the rules' own
 */
export function checkInventory(
	inventory: Inventory,
	severities: Readonly<Record<string, Severity | 'off'>>,
): Finding[] {
	const findings = inventoryRules.flatMap((rule) => {
		const severity = severities[rule.id] ?? rule.severity;
		if (severity === 'off') return [];
		return Array.from(rule.check(inventory), (remark) => createFinding(rule, remark, severity));
	});
	return withFingerprints(
		findings.map((finding) =>
			finding.ruleId === 'page-missing'
				? {
						...finding,
						isFileMissing: true,
						source: { path: inventory.sourcePath(finding.page) },
					}
				: finding,
		),
		() => '',
	);
}
