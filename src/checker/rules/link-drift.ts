import { inlineDifferences } from '../inline-differences.ts';
import { endlessAddress, findEndlessAddresses } from '../mistyped/endless-address.ts';
import { findMistypedLinks } from '../mistyped/link.ts';
import { deadAnchors } from '../links/dead-anchors.ts';
import { emptiedLinks } from '../links/emptied-links.ts';
import { lostIds } from '../links/lost-ids.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import { leadsToOwnEdition } from '../links/own-edition.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { plainLetters } from '../safety/unsafe-characters.ts';
import { isWrittenAsHtml, type Inline } from '../document/block.ts';
import { otherNames } from '../links/same-target.ts';
import { isSureChange } from '../sure-change.ts';
import { isUnsafeTarget } from '../safety/unsafe-target.ts';

/**
 * Links of a section, as a multiset. The locale in a target may differ, and by policy the fragment;
 * a target that only the translation has is told, since a reviewer who reads the source cannot
 * see it.
 */
export const linkDrift: Rule<Pair> = {
	id: 'link-drift',
	severity: 'warning',
	description: 'A link that is missing, new, or leads elsewhere than in the source.',
	messages: {
		missing: 'The link to `{expected}` is missing. Put it on the translated words.',
		extra:
			'The link to `{found}` does not exist in the source. Remove it, or propose it for the source.',
		changed: 'The link leads to `{found}`, expected `{expected}`. Write the target of the source.',
		mistyped:
			'`{found}` is no link, since its brackets do not touch or are wide ones. Write `{expected}`.',
		'mistyped-end':
			'The address takes in the text behind it, and leads to `{found}`. Write `{expected}`.',
		nowhere:
			'The link to `{found}` leads nowhere: no section of this page has that name. Write the name of the translated section.',
		id: 'The heading `{excerpt}` lacks the id `{expected}`, which links may lead to. Write `{#{expected}}` behind it, as in the source.',
	},
	fixable: ['changed', 'mistyped', 'mistyped-end'],
	*check(pair) {
		const { anchors, externalLinks } = pair.policy;
		const mistyped = findMistypedLinks(pair);
		const endless = findEndlessAddresses(pair, mistyped.inlines);
		for (const [messageId, { links }] of [
			['mistyped', mistyped],
			['mistyped-end', endless],
		] as const)
			for (const { source, range, found, expected } of links)
				if (source.kind === 'link')
					yield {
						...{ file: pair.target, messageId, range, source: source.span },
						data: { found, expected },
					};
		const differences = [
			...inlineDifferences(
				pair,
				(inline, side) => {
					const { kind, value } = inline;
					if (kind !== 'link' || isUnsafeTarget(value)) return undefined;
					if (leadsToOwnEdition(value, side, pair)) return undefined;
					if (mistyped.inlines.has(inline) || endless.inlines.has(inline)) return undefined;
					if (externalLinks === 'ignore' && /^(?:[a-z][\w+.-]*:)?\/\//i.test(value))
						return undefined;
					const fragment = anchors === 'compare' ? (/#.*/.exec(value)?.[0] ?? '') : '';
					return plainLetters(normaliseTarget(value, pair.tags)) + fragment;
				},
				otherNames(pair),
			),
		];
		let excused = differences.some(({ source, target }) => source && !target)
			? countUnsafe(pair)
			: 0;
		// To write another target would take that text away.
		const takesInText = (inline: Inline | undefined): boolean =>
			inline !== undefined && endlessAddress(inline, pair.target.text) !== undefined;
		for (const difference of differences) {
			const { source, target, range, sourceRange } = difference;
			// A target that was replaced by an unsafe one is told once, by `unsafe-link`.
			if (source && !target && excused-- > 0) continue;
			if (!source && isWrittenAsHtml(pair.target.text, target!)) continue;
			yield {
				file: pair.target,
				messageId: source && target ? 'changed' : source ? 'missing' : 'extra',
				data: { expected: source?.value ?? '', found: target?.value ?? '' },
				range,
				source: sourceRange,
				...((!isSureChange(difference, differences, pair) || takesInText(target)) && {
					isFixable: false,
				}),
			};
		}
		yield* emptiedLinks(pair);
		yield* deadAnchors(pair);
		yield* lostIds(pair);
		// Their names may be translated, so that they are counted. Those with their note are told with it.
		const lone = new Set(pair.alignment.missing.map(({ source: { name } }) => name));
		const references = inlineDifferences(pair, ({ kind }) =>
			kind === 'footnote' ? kind : undefined,
		);
		for (const { source, target, range, sourceRange } of references)
			if (source && !target && !lone.has(source.value))
				yield {
					file: pair.target,
					messageId: 'missing',
					data: { expected: `[^${source.value}]`, found: '' },
					range,
					source: sourceRange,
				};
	},
};

function countUnsafe({ alignment }: Pair): number {
	return alignment.matches.reduce(
		(count, { target }) =>
			count +
			target.inlines.filter(({ kind, value }) => kind === 'link' && isUnsafeTarget(value)).length,
		0,
	);
}
