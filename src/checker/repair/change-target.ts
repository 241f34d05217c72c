import { eachBlock, type Inline } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Range } from '../place.ts';
import { rebaseTarget } from '../links/relative-target.ts';
import { isSame } from './find-block.ts';
import { localiseTarget } from './localise-target.ts';
import type { Repair } from './repair.ts';
import { replaceTarget } from './replace-target.ts';

/** A link leads, and an image shows, what it does in the source. */
export const repairTarget: Repair = function* (finding, { source, target, targetText, tags }) {
	const kind = finding.ruleId === 'link-drift' ? 'link' : 'image';
	const old = inlinesAt(target, kind, finding.range).find(({ value }) => isTold(value, 'found'));
	const other = inlinesAt(source, kind, finding.source?.range).find(({ value }) =>
		isTold(value, 'expected'),
	);
	if (!old || !other) return;
	const local = localiseTarget(other.value, old.value, tags);
	const fresh = rebaseTarget(local, source.path, target.path);
	const replacement = replaceTarget(targetText, old.span, old.value, fresh);
	if (replacement) yield [replacement];

	/** Long targets are told in part. */
	function isTold(value: string, key: 'found' | 'expected'): boolean {
		const told = finding.data[key] ?? '';
		return told.endsWith('…') || value.replace(/\s+/g, ' ').trim() === told;
	}
};

/** Links or images that begin at a place; several where they stand in one piece of HTML. */
export function inlinesAt(
	{ blocks }: Document,
	kind: Inline['kind'],
	range: Range | undefined,
): Inline[] {
	if (!range) return [];
	return eachBlock(blocks).flatMap(({ inlines }) =>
		inlines.filter((inline) => inline.kind === kind && isSame(inline.span.start, range.start)),
	);
}
