import { isProse, type Inline } from '../document/block.ts';
import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import type { MistypedLink, MistypedLinks } from './link.ts';

/**
 * Bare addresses that take in the text behind them: `https://example.com（或`. No space and no mark of
 * ASCII ends them, as one does in the source.
 *
 * @param known what is told otherwise
 */
export function findEndlessAddresses(
	{ source, target, alignment }: Pair,
	known: ReadonlySet<Inline>,
): MistypedLinks {
	const links: MistypedLink[] = [];
	const inlines = new Set<Inline>();
	for (const { source: from, target: to } of alignment.differing) {
		if (!isProse(to)) continue;
		const endless = to.inlines.filter(
			(each) => !known.has(each) && endlessAddress(each, target.text) !== undefined,
		);
		if (endless.length === 0) continue;
		const meant = from.inlines.filter((each) => endlessAddress(each, source.text) === undefined);
		const open = Map.groupBy(meant.toReversed(), ({ kind, value }) => `${kind} ${value}`);
		for (const inline of endless) {
			// Addresses and links behind the first one are a part of it.
			const targets = [...addressesIn(inline.value), ...linksIn(inline, target.text)];
			const [lost, ...others] = targets.map((each) => open.get(`link ${each}`)?.pop());
			if (!lost) continue;
			const expected = withEnds(lost.value, target.path);
			links.push({
				source: lost,
				range: inline.span,
				found: excerpt(inline.value, MOST),
				expected,
			});
			for (const each of [lost, inline, ...others]) if (each) inlines.add(each);
		}
	}
	return { links, inlines };
}

/** The address of a link that is written without marks, and goes on in other letters than those. */
export function endlessAddress({ kind, value, span }: Inline, text: string): string | undefined {
	if (kind !== 'link' || !/[^!-~]/.test(value)) return undefined;
	return text.slice(span.from, span.to) === value ? addressesIn(value)[0] : undefined;
}

function addressesIn(text: string): readonly string[] {
	return text.match(ADDRESS) ?? [];
}

/** The targets of links in an address; the brackets of the last one may be closed behind it. */
function linksIn({ value, span }: Inline, text: string): string[] {
	if (!value.includes('[')) return [];
	const written = text.slice(span.from, span.to + MOST);
	return [...written.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => target!);
}

/** Without the marks of a sentence behind it. */
const ADDRESS = /https?:\/\/[!-~]*[\w/=&#-]/g;

/** Addresses that end where they are meant to; MDX takes `<` for the beginning of a component. */
export function withEnds(text: string, path: string): string {
	return text.replace(ADDRESS, path.endsWith('.mdx') ? '[$&]($&)' : '<$&>');
}

/** Characters of a link in a sentence, and of a target. */
const MOST = 100;
