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

/** A comment as browsers read it, which end one at `--!>` and at once at `<!-->`, or a tag. */
const TAG = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<([a-z][^\s/>]*)/gi;
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*("[^"]*"?|'[^']*'?|[^\s>]*))?/y;

/**
 * The opening tags of a piece of raw HTML. A browser repairs much, so nothing has to be closed or
 * well formed here, and tags that a parser would drop in their context are told as well.
 *
 * `htmlTags('<A Href="x">y</a>')` => `[{ name: 'a', attributes: Map { href → x }, from: 0 }]`
 */
export function htmlTags(html: string): HtmlTag[] {
	const tags: HtmlTag[] = [];
	// What looks like a comment within a script hides nothing behind it.
	let endOfCode = 0;
	TAG.lastIndex = 0;
	for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
		if (match[1] === undefined) {
			if (match.index < endOfCode) TAG.lastIndex = match.index + 4;
			continue;
		}
		const attributes = new Map<string, string>();
		ATTRIBUTE.lastIndex = TAG.lastIndex;
		for (let at = ATTRIBUTE.exec(html); at; at = ATTRIBUTE.exec(html)) {
			const name = at[1]!.toLowerCase();
			if (!attributes.has(name)) attributes.set(name, decode(unquote(at[2] ?? '')));
			TAG.lastIndex = ATTRIBUTE.lastIndex;
		}
		const name = match[1].toLowerCase();
		tags.push({ name, attributes, from: match.index });
		if (match.index >= endOfCode && HOLDS_CODE.test(name)) endOfCode = findEnd(html, name);
	}
	return tags;
}

/** Elements in which a browser looks for nothing but their end. */
const HOLDS_CODE = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;

function findEnd(html: string, name: string): number {
	const closing = new RegExp(`</${name}`, 'gi');
	closing.lastIndex = TAG.lastIndex;
	return closing.exec(html)?.index ?? html.length;
}

/** A text with blanks in the place of its comments, which end where a browser ends them: `<!-->`, `--!>`. */
export function withoutHtmlComments(html: string): string {
	return html.includes('<!--')
		? html.replace(COMMENT, (comment) => ' '.repeat(comment.length))
		: html;
}

const COMMENT = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/g;

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

/** Whether an element only says in which language, or in which direction, its text is written. */
export function isDirection({ name, attributes }: HtmlTag): boolean {
	return (
		/^(?:div|p|section|article|main)$/.test(name) &&
		attributes.size > 0 &&
		[...attributes.keys()].every((attribute) => /^(?:dir|lang|align)$/.test(attribute))
	);
}
