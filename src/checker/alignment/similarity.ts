import type { Block } from '../document/block.ts';
import { dice, likeness, type Evidence } from './evidence.ts';
import { recastOf } from './recast.ts';

/**
 * How well a block of the target can stand for one of the source: 0 where it cannot, otherwise
 * up to 1. Blocks without any evidence lie between, so that their order decides.
 */
export function similarity(
	source: Block,
	target: Block,
	sourceEvidence: Evidence,
	targetEvidence: Evidence,
): number {
	const kind = kinship(source, target);
	const marks = likeness(sourceEvidence, targetEvidence) ?? 0.5;
	// Just enough to be told once, as one that lost its shape.
	if (kind === 0) return recastOf(source, target) ? 0.1 + 0.15 * marks : 0;
	const [small, large] =
		sourceEvidence.size < targetEvidence.size
			? [sourceEvidence.size, targetEvidence.size]
			: [targetEvidence.size, sourceEvidence.size];
	const size = large === 0 ? 1 : small / large;
	const total = 0.25 * kind + 0.5 * marks + 0.25 * size;
	// A heading that took in the text of another one is not that other one.
	if (source.kind === 'heading') return kind < 1 ? total / 4 : total;
	return !source.code && areContrary(sourceEvidence, targetEvidence) ? total / 2 : total;
}

/** Whether both hold things that a translation keeps, and not one of them is the same. */
function areContrary({ marks: ours }: Evidence, { marks: theirs }: Evidence): boolean {
	return ours.size > 0 && theirs.size > 0 && dice(ours, theirs) === 0;
}

/** 1 for blocks of one kind and name, less where the translation may have changed it, 0 otherwise. */
export function kinship(source: Block, target: Block): number {
	if (source.kind === target.kind) {
		if (source.name === target.name) return 1;
		return source.kind === 'component' || source.kind === 'html' ? 0 : 0.6;
	}
	if (source.kind === 'callout' && target.node.type === 'containerDirective') return 0.4;
	return CONVERTIBLE.has(`${source.kind} ${target.kind}`) ? 0.4 : 0;
}

/** Kinds between which a block stays recognisable as the same one. */
const CONVERTIBLE = new Set([
	'quote callout',
	'callout quote',
	// A keyword that was translated is none.
	'callout component',
]);
