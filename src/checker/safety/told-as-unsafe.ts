import { partitionPoint } from '../document/partition-point.ts';
import { compareFindings, type Finding } from '../finding.ts';
import type { Point, Range } from '../place.ts';

/**
 * Findings without those that only tell again of what is unsafe: the new paragraph that a new script
 * stands in, the key of front matter that leads to code, the link that an element leads to.
 */
export function withoutToldAsUnsafe(findings: Finding[]): Finding[] {
	const unsafe = findings.filter(
		({ ruleId, severity, range }) => isSafety(ruleId) && severity === 'error' && range,
	);
	if (unsafe.length === 0) return findings;
	unsafe.sort(compareFindings);
	return findings.filter((finding) => {
		const { range } = finding;
		if (!range) return true;
		const next = partitionPoint(unsafe, (each) => isBefore(each.range!.start, range.start));
		// The one that begins last before it may hold it; it may hold the one that begins next.
		return ![next - 1, next, next + 1].some(
			(index) => unsafe[index] && tellsAll(unsafe[index], finding),
		);
	});
}

function isSafety(ruleId: string): boolean {
	return ruleId.startsWith('unsafe-');
}

/** Rules about things on their own, which the translation may have too many of. */
const THINGS = /^(?:(?:paragraph|list|table|quote|callout|component|image|link)-drift|code-extra)$/;

/** Whether the first finding, which is about something unsafe, makes the other one superfluous. */
function tellsAll(unsafe: Finding, { ruleId, messageId, range, data }: Finding): boolean {
	if (!unsafe.range || !range) return false;
	if (isSafety(ruleId)) {
		if (!holds(range, unsafe.range) || !holds(unsafe.range, range)) return false;
		// An element that does harm says more than its target, and the target more than a mere element.
		return (
			(ruleId === 'unsafe-link' &&
				unsafe.ruleId === 'unsafe-html' &&
				unsafe.messageId !== 'html') ||
			(ruleId === 'unsafe-html' && messageId === 'html' && unsafe.ruleId === 'unsafe-link')
		);
	}
	if (ruleId === 'frontmatter-drift')
		return (
			/^(?:value|extra|key|shape)$/.test(messageId) &&
			(holds(range, unsafe.range) || holds(unsafe.range, range))
		);
	// Attributes are told where their element begins.
	if (messageId === 'attribute-extra' || data.found?.includes('={'))
		return holds(unsafe.range, range) && holds(range, { ...unsafe.range, end: unsafe.range.start });
	const isExtra = /^(?:extra|other)$/.test(messageId) && THINGS.test(ruleId);
	return isExtra && (holds(range, unsafe.range) || holds(unsafe.range, range));
}

function holds({ start, end }: Range, other: Range): boolean {
	return !isBefore(other.start, start) && !isBefore(end, other.end);
}

function isBefore(a: Point, b: Point): boolean {
	return a.line < b.line || (a.line === b.line && a.column < b.column);
}
