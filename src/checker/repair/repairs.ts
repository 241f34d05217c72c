import type { Finding, Replacement } from '../finding.ts';
import { repairAttribute } from './attribute.ts';
import { repairCalloutName } from './callout-name.ts';
import { repairTarget } from './change-target.ts';
import { repairCodeDrift } from './code-drift.ts';
import { repairFence } from './fence-attributes.ts';
import { repairFrontMatter } from './front-matter.ts';
import { repairHeadingLevel } from './heading-level.ts';
import { repairInlineCode } from './inline-code.ts';
import { repairListMarkers } from './list-markers.ts';
import { insertMissing } from './missing-blocks.ts';
import { repairMistypedHeading } from './mistyped-heading.ts';
import { repairMistypedLink } from './mistyped-link.ts';
import { repairMistypedList } from './mistyped-list.ts';
import { repairMistypedTable } from './mistyped-table.ts';
import { repairMissingImage } from './missing-image.ts';
import { joinSplitCode } from './split-code.ts';
import type { Repair, RepairPair } from './repair.ts';

/** How findings are mended, by rule. Which of them can be is said by the rules themselves. */
const REPAIRS: Readonly<Record<string, Repair>> = {
	'heading-level': repairHeadingLevel,
	'heading-missing': repairMistypedHeading,
	'code-missing': (finding, pair) => insertMissing(finding, pair, 'code'),
	'code-extra': joinSplitCode,
	'code-language': repairFence,
	'code-attributes': repairFence,
	'code-drift': repairCodeDrift,
	'code-strings': repairCodeDrift,
	'list-drift': repairListMarkers,
	'callout-drift': repairCalloutName,
	'component-drift': repairAttribute,
	'image-drift': repairMissingImage,
	'image-target': repairTarget,
	'link-drift': repairTarget,
	'inline-code-drift': repairInlineCode,
	'frontmatter-drift': repairFrontMatter,
};

/** Blocks, links and images that slips of typing have made text, by rule. */
const MISTYPED: Readonly<Record<string, Repair>> = {
	'list-drift': repairMistypedList,
	'table-drift': repairMistypedTable,
	'image-drift': repairMistypedLink,
	'link-drift': repairMistypedLink,
};

/** Whether a machine can mend a finding: of strings in code only where that is asked for. */
export function isMendable({ ruleId, isFixable }: Finding, takesStrings: boolean): boolean {
	return isFixable === true || (takesStrings && ruleId === 'code-strings');
}

/** Ways to mend a finding, the best first; none where its page has no source to mend it from. */
export function waysToMend(
	finding: Finding,
	pair: RepairPair | undefined,
): readonly (readonly Replacement[])[] {
	if (finding.replacements) return [finding.replacements];
	const repairs = finding.messageId.startsWith('mistyped') ? MISTYPED : REPAIRS;
	return pair ? [...(repairs[finding.ruleId]?.(finding, pair) ?? [])] : [];
}
