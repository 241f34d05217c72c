import type { Inline } from '../document/block.ts';
import { normaliseTarget, PARTS, REGIONAL } from './normalise-target.ts';
import type { OtherNames } from '../inline-differences.ts';
import type { Pair } from '../pair.ts';
import { foldersOf, resolveTarget } from './relative-target.ts';

/**
 * Under which names targets that are written in different ways are still the same to a reader:
 * relative ones by the file to which they lead, since a translation may lie deeper, or begin at the
 * root instead, and those of another site by its edition in the reader's language, whose pages have
 * names of their own.
 */
export function otherNames(pair: Pair): OtherNames {
	return {
		keyOf({ kind, value }, side) {
			if (isAbsolute(value)) return editionOf(value, side, pair);
			const place = placeOf(value, side, pair);
			if (place === undefined) return kind === 'image' ? pictureOf(value, side, pair) : undefined;
			const fragment = pair.policy.anchors === 'compare' ? (/#.*/s.exec(value)?.[0] ?? '') : '';
			return `file ${normaliseTarget(place, pair.tags)}${fragment}`;
		},
		areEqual: (source, target) => !isAbsolute(source.value) || !isMisspelled(source, target, pair),
	};
}

/** Whether two relative targets lead to one file, though one page lies deeper than the other. */
export function isSamePlace(source: string, target: string, pair: Pair): boolean {
	const place = placeOf(source, 'source', pair);
	return place !== undefined && place === placeOf(target, 'target', pair);
}

/** The file to which a target of the same site leads; `undefined` where both pages lie equally deep. */
function placeOf(url: string, side: 'source' | 'target', pair: Pair): string | undefined {
	if (!liesAtOtherDepth(pair)) return undefined;
	const { path, page } = pair.source;
	if (/^\/(?!\/)/.test(url))
		return path.slice(0, Math.max(0, path.lastIndexOf(page))) + url.slice(1);
	return resolveTarget(url, pair[side].path);
}

export function liesAtOtherDepth({ source, target }: Pair): boolean {
	return foldersOf(source.path).length !== foldersOf(target.path).length;
}

/** Whether the page of one edition is that of another, misspelled: no page of its own. */
function isMisspelled(
	{ value: source }: Inline,
	{ value: target }: Inline,
	{ tags }: Pair,
): boolean {
	const [ours, theirs] = [normaliseTarget(source, tags), normaliseTarget(target, tags)];
	return ours.startsWith(theirs) || theirs.startsWith(ours);
}

/** `https://fr.example.org/b` => `edition example.org`, if the page is in French */
function editionOf(
	url: string,
	side: 'source' | 'target',
	{ tags, ownTags }: Pair,
): string | undefined {
	const [, , host = '', path = ''] = PARTS.exec(url)!;
	const isOfSide = (name: string): boolean => {
		const known = (tag: string): boolean =>
			tags.includes(tag) && (side === 'target') === ownTags.includes(tag);
		return known(name) || (REGIONAL.test(name) && known(name.slice(0, -3)));
	};
	const [label = '', ...domain] = host.toLowerCase().split('.');
	if (domain.length > 1 && isOfSide(label)) return `edition ${domain.join('.')}`;
	const at = path.toLowerCase().split('/').findIndex(isOfSide);
	return at < 0 ? undefined : `edition ${at} ${host.toLowerCase()}`;
}

/**
 * A picture in the language of the page may be of another format: `images/es/orders.jpg` and the
 * source's `images/orders.png` => `picture images/orders`
 */
function pictureOf(
	url: string,
	side: 'source' | 'target',
	{ tags, ownTags }: Pair,
): string | undefined {
	const isLocalised = normaliseTarget(url, ownTags) !== normaliseTarget(url, []);
	if (side === 'target' && !isLocalised) return undefined;
	return `picture ${normaliseTarget(url, tags).replace(/\.\w+(?=\?|$)/, '')}`;
}

function isAbsolute(url: string): boolean {
	return /^(?:[a-z][\w+.-]*:)?\/\//i.test(url);
}
