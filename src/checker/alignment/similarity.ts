import type { Block } from '../document/block.ts';
import type { Evidence } from './evidence.ts';
import { areNamedApart, dice, likeness, signsInCommon } from './likeness.ts';
import { recastOf } from './recast.ts';

/**
 * How well a block of the target can stand for one of the source: 0 where it cannot, otherwise
 * up to 1. Blocks without any evidence lie between, so that their order decides.
 *
 * @param growth how much longer the translation is as a whole, as a factor
 */
export function similarity(
	source: Block,
	target: Block,
	sourceEvidence: Evidence,
	targetEvidence: Evidence,
	growth = 1,
): number {
	const kind = kinship(source, target);
	if (kind === 0 && !recastOf(source, target)) return 0;
	const marks = likeness(sourceEvidence, targetEvidence) ?? 0.5;
	// Just enough to be told once, as one that lost its shape.
	if (kind === 0) return 0.02 + 0.15 * marks;
	// Items of a list are so alike that every sign counts.
	const isItem = source.kind === 'item';
	const isDense = growth < DENSE;
	const expected = sourceEvidence.size * (isItem || isDense ? growth : 1);
	const [small, large] =
		expected < targetEvidence.size
			? [expected, targetEvidence.size]
			: [targetEvidence.size, expected];
	const size = large === 0 ? 1 : small / large;
	const signs =
		(isItem
			? signsInCommon(sourceEvidence.signs, targetEvidence.signs)
			: entriesInCommon(source, target)) ?? size;
	const total = 0.25 * kind + 0.5 * marks + 0.15 * size + 0.1 * signs;
	const isOther = areNamedApart(sourceEvidence, targetEvidence);
	if (source.kind === 'heading') {
		if (!isOther && sourceEvidence.name !== undefined && targetEvidence.name !== undefined)
			return (1 + total) / 2;
		// A heading that took in the text of another one is not that other one.
		if (kind < 1 || isOther) return total / 4;
		return isOtherFigure(sourceEvidence, targetEvidence) ? RENUMBERED * total : total;
	}
	// What stands below another heading is seldom the same, unless that heading was lost.
	if (isOther) return total / 4;
	return !source.code && areContrary(sourceEvidence, targetEvidence) ? total / 2 : total;
}

/** Whether a list or a table has as many entries: 0 to 1, `undefined` for all other blocks. */
function entriesInCommon(source: Block, target: Block): number | undefined {
	if (source.kind !== 'list' && source.kind !== 'table') return undefined;
	const [ours, theirs] = [source.children.length, target.children.length];
	return Math.min(ours, theirs) / Math.max(ours, theirs);
}

/** What is left of the likeness of two headings with other figures: `Step 3` and `Step 4`. */
const RENUMBERED = 0.8;

function isOtherFigure({ figure: ours }: Evidence, { figure: theirs }: Evidence): boolean {
	return ours !== undefined && theirs !== undefined && ours !== theirs;
}

/** Growth of a page in a language that writes a word in one or two characters. */
const DENSE = 0.75;

/** Whether both hold things that a translation keeps, and not one of them is the same. */
export function areContrary({ marks: ours }: Evidence, { marks: theirs }: Evidence): boolean {
	return ours.size > 0 && theirs.size > 0 && dice(ours, theirs) === 0;
}

/** 1 for blocks of one kind and name, less where the translation may have changed it, 0 otherwise. */
export function kinship(source: Block, target: Block): number {
	if (source.kind === target.kind) {
		if (source.name === target.name) return 1;
		if (source.kind === 'component')
			return (isTemplate(source) && isTemplate(target)) || areContainers(source, target) ? 0.4 : 0;
		return NAMED.has(source.kind) ? 0 : 0.6;
	}
	if (areContainers(source, target)) return 0.4;
	if (source.kind === 'callout' && (target.node.type === 'containerDirective' || isBraced(target)))
		return 0.4;
	return CONVERTIBLE.has(`${source.kind} ${target.kind}`) ? 0.4 : 0;
}

/** As VitePress has them: `::: details` and `::: tip`. */
function areContainers(source: Block, target: Block): boolean {
	return isDirective(source) && isDirective(target);
}

/** Whether code stands in a fence such as `{nota}`: MyST knows no such directive. */
function isBraced({ code }: Block): boolean {
	return code?.language?.startsWith('{') === true;
}

/** Whether a component is a template, which may have become another one: a warning for a note. */
function isTemplate({ node }: Block): boolean {
	return node.type === 'paragraph';
}

/** Whether a block stands between lines of marks, the first of which names it. */
export function isDirective({ node }: Block): boolean {
	return node.type === 'containerDirective';
}

/** Kinds whose name makes a block another one: a row is a header or none, the title of a callout no text. */
const NAMED = new Set(['html', 'row', 'paragraph']);

/** Kinds between which a block stays recognisable as the same one. */
const CONVERTIBLE = new Set([
	'quote callout',
	'callout quote',
	// A keyword that was translated is none.
	'callout component',
]);
