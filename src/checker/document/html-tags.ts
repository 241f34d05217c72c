import { htmlToHast } from 'satteri';

/** An opening tag in raw HTML. */
export interface HtmlTag {
	/** Lower case. */
	readonly name: string;
	/** Names in lower case, values with their character references resolved. */
	readonly attributes: ReadonlyMap<string, string>;
	/** Where it begins, counted from the start of the HTML. */
	readonly from: number;
}

const TAG = /<([a-z][^\s/>]*)/gi;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*("[^"]*"?|'[^']*'?|[^\s>]*))?/y;

/**
 * The opening tags of a piece of raw HTML. A browser repairs much, so nothing has to be closed or
 * well formed here, and tags that a parser would drop in their context are told as well.
 *
 * `htmlTags('<A Href="x">y</a>')` => `[{ name: 'a', attributes: Map { href → x }, from: 0 }]`
 */
export function htmlTags(html: string): HtmlTag[] {
	const tags: HtmlTag[] = [];
	const visible = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length));
	TAG.lastIndex = 0;
	for (let match = TAG.exec(visible); match; match = TAG.exec(visible)) {
		const attributes = new Map<string, string>();
		ATTRIBUTE.lastIndex = TAG.lastIndex;
		for (let at = ATTRIBUTE.exec(visible); at; at = ATTRIBUTE.exec(visible)) {
			const name = at[1]!.toLowerCase();
			if (!attributes.has(name)) attributes.set(name, decode(unquote(at[2] ?? '')));
			TAG.lastIndex = ATTRIBUTE.lastIndex;
		}
		tags.push({ name: match[1]!.toLowerCase(), attributes, from: match.index });
	}
	return tags;
}

function unquote(value: string): string {
	const quote = value[0];
	if (quote !== '"' && quote !== "'") return value;
	return value.slice(1, value.length > 1 && value.endsWith(quote) ? -1 : undefined);
}

/** Resolves character references, which hide a `javascript:` from the eye but not from a browser. */
function decode(value: string): string {
	if (!value.includes('&')) return value;
	const root = htmlToHast(value.replaceAll('<', '&lt;'), { fragment: true });
	const text = 'children' in root ? root.children[0] : undefined;
	return text?.type === 'text' ? text.value : value;
}

/** Elements of mere typography, which a translation may add or drop: `1<sup>er</sup>`. */
export const HARMLESS_TAGS: ReadonlySet<string> = new Set(
	'b bdi bdo br cite em i kbd mark q s small span strong sub sup u wbr abbr'.split(' '),
);
