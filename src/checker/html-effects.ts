import type { HtmlTag } from './document/html-tags.ts';
import type { HtmlElement } from './html-elements.ts';

/** Something that an element runs, loads or sends to: the attribute, or `content`, as written. */
export interface HtmlEffect {
	readonly part: string;
	readonly value: string;
	/** The value without what may differ between languages. */
	readonly key: string;
}

export type KeyOfAddress = (address: string) => string;

/** Attributes that run code. */
export const RUNS_CODE = /^on|^srcdoc$|^formaction$|^xlink:href$/;
/** Attributes whose text becomes HTML: it may be translated, and its elements are compared. */
export const HOLDS_HTML = /^(?:set:html|dangerouslysetinnerhtml)$/;

/** What the browser runs on this page: the whole address counts. */
const LOADS_CODE: ReadonlySet<string> = new Set([
	...['script src', 'script href', 'link href', 'base href', 'object data', 'embed src'],
	...['applet code', 'use href', 'form action'],
]);
/** What stands beside the text: translations may have a recording of their own, on the same host. */
const LOADS_MEDIA: ReadonlySet<string> = new Set([
	...['iframe src', 'frame src', 'video src', 'audio src', 'source src'],
	...['track src', 'input src', 'video poster'],
]);

/**
 * What an element does beyond showing its text. Expressions of MDX are compared by `unsafe-mdx`, and
 * links and images by rules of their own.
 *
 * @param keyOfAddress an address without what may differ between the two pages
 */
export function effectsOf({ tag, content }: HtmlElement, keyOfAddress: KeyOfAddress): HtmlEffect[] {
	const effects: HtmlEffect[] = [];
	for (const [name, value] of tag.attributes) {
		if (value.startsWith('{')) continue;
		const part = `${tag.name} ${name}`;
		const isRefresh = part === 'meta content' && tag.attributes.has('http-equiv');
		if (RUNS_CODE.test(name)) effects.push({ part: name, value, key: squeeze(value) });
		else if (LOADS_CODE.has(part) || isRefresh)
			effects.push({ part: name, value, key: keyOfAddress(value) });
		else if (LOADS_MEDIA.has(part))
			effects.push({ part: name, value, key: hostOf(keyOfAddress(value)) });
		else if (name === 'style' && /url\s*\(/i.test(value))
			effects.push({ part: name, value, key: squeeze(value) });
	}
	if (content !== '' && runsContent(tag))
		effects.push({ part: 'content', value: content.trim(), key: squeeze(content) });
	return effects;
}

/** Data in a `<script>`, such as a description for search engines, is read by nobody's browser. */
function runsContent({ name, attributes }: HtmlTag): boolean {
	const type = attributes.get('type') ?? '';
	return name === 'style' || /^$|javascript|ecmascript|^module$|^importmap$/i.test(type);
}

/** `hostOf('https://a.example/x')` => `'//a.example'`; empty for addresses of the site itself */
function hostOf(address: string): string {
	return /^(?:[a-z][\w+.-]*:)?(\/\/[^/?#]*)/i.exec(address)?.[1]?.toLowerCase() ?? '';
}

function squeeze(code: string): string {
	return code.replace(/\s+/g, ' ').trim();
}
