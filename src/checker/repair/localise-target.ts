/**
 * The target of a source's link as the translation would write it: with the locale where its old
 * target had one.
 *
 * `localiseTarget('/en/orders', '/fr/order', { source: ['en'], target: ['fr'] })` => `'/fr/orders'`;
 * `localiseTarget('orders.md', 'order.french.md', { source: ['en'], target: ['french'] })` =>
 * `'orders.french.md'`
 */
export function localiseTarget(
	expected: string,
	found: string,
	{ source, target }: { readonly source: readonly string[]; readonly target: readonly string[] },
): string {
	const [, origin = '', path = '', rest = ''] = PARTS.exec(expected)!;
	const [, foundOrigin = '', foundPath = ''] = PARTS.exec(found)!;
	// Other sites have addresses of their own.
	if (origin !== '' && origin !== foundOrigin) return expected;
	const isSource = (part: string): boolean => source.includes(part.toLowerCase());
	const isTarget = (part: string): boolean => target.includes(part.toLowerCase());
	const [segments, theirs] = [path.split('/'), foundPath.split('/')];
	if (segments.some(isTarget) || isTarget(segments.at(-1)!.split('.').at(-2) ?? ''))
		return expected;
	const at = theirs.findIndex(isTarget);
	if (at >= 0) {
		const own = segments.findIndex(isSource);
		if (own >= 0) segments[own] = theirs[at]!;
		else if (at < segments.length) segments.splice(at, 0, theirs[at]!);
	}
	const labels = segments.at(-1)!.split('.');
	const label = theirs.at(-1)!.split('.').slice(1).find(isTarget);
	if (label !== undefined && labels.length > 1) {
		const own = labels.findIndex((each, index) => index > 0 && isSource(each));
		if (own > 0) labels[own] = label;
		else labels.splice(-1, 0, label);
		segments[segments.length - 1] = labels.join('.');
	}
	return origin + segments.join('/') + rest;
}

/** Scheme with host, path, then query and fragment. */
const PARTS = /^((?:[a-z][\w+.-]*:)?\/\/[^/?#]*)?([^?#]*)(.*)$/is;
