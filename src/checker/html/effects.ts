import type { HtmlTag } from '../document/html-tags.ts';
import { scriptKey } from '../safety/script-key.ts';
import type { HtmlElement } from './elements.ts';

/** Something that an element runs, loads or sends to: the attribute, or `content`, as written. */
export interface HtmlEffect {
	readonly part: string;
	readonly value: string;
	/** The value without what may differ between languages. */
	readonly key: string;
}

export type KeyOfAddress = (address: string) => string;

/** Attributes that run code, those that Vue, Alpine and htmx read among them. */
export const RUNS_CODE =
	/^on|^srcdoc$|^formaction$|^xlink:href$|^@|^x-(?:data|init|on|effect|html)|^v-(?:on|html)|^hx-on/;
/** Attributes whose text becomes HTML: it may be translated, and its elements are compared. */
export const HOLDS_HTML = /^(?:set:html|dangerouslysetinnerhtml)$/;

/** Elements that run or load code, or that a page can be made to say something else with. */
export const DANGEROUS_TAGS: ReadonlySet<string> = new Set(
	'script style iframe frame frameset object embed applet link meta base form input button textarea select svg math template portal noscript'.split(
		' ',
	),
);

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
			effects.push({ part: name, value, key: hostOf(keyOfAddress(asRead(value))) });
		else if (name === 'srcset') {
			const hosts = new Set(value.split(',').map((each) => hostOf(asRead(each))));
			hosts.delete('');
			if (hosts.size > 0) effects.push({ part: name, value, key: [...hosts].sort().join(' ') });
		} else if (name === 'hidden' || (name === 'style' && (LOADS.test(value) || hides(value))))
			effects.push({ part: name, value, key: squeeze(value) });
	}
	if (content !== '' && runsContent(tag))
		effects.push({ part: 'content', value: content.trim(), key: contentKey(tag, content) });
	return effects;
}

/** Data in a `<script>`, such as a description for search engines, is read by nobody's browser. */
function runsContent({ name, attributes }: HtmlTag): boolean {
	const type = attributes.get('type') ?? '';
	return name === 'style' || /^$|javascript|ecmascript|^module$|^importmap$/i.test(type);
}

/** A script that sets up a page, as Vue has them, is compared as the code of MDX is. */
function contentKey({ name }: HtmlTag, content: string): string {
	return name === 'script' ? scriptKey({ kind: 'export', value: content }) : squeeze(content);
}

const LOADS = /url\s*\(/i;

/** Whether a style takes what it is given to from the reader's sight, or lays it over something else. */
export function hides(style: string): boolean {
	// An escape writes any letter.
	return style.includes('\\') || UNSEEN.test(style.replace(/\/\*(?:.*?\*\/|.*)/gs, ''));
}

const UNSEEN =
	/\b(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*[0.]+(?![.\d])|position\s*:\s*(?:fixed|absolute|sticky)|font-size\s*:\s*[0.]+(?![.\d])|text-indent\s*:\s*-|clip)/i;

/** An address as browsers read it, without blanks before it and with backslashes for slashes. */
function asRead(address: string): string {
	return address.replace(/[\t\n\r]|^[\0- ]+/g, '').replaceAll('\\', '/');
}

/** `hostOf('https://a.example/x')` => `'//a.example'`; empty for addresses of the site itself */
function hostOf(address: string): string {
	const host = /^(?:https?:\/*|[a-z][\w+.-]*:\/\/|\/\/+)([^/?#\s]*)/i.exec(address)?.[1];
	return host === undefined ? '' : `//${host.toLowerCase()}`;
}

function squeeze(code: string): string {
	return code.replace(/\s+/g, ' ').trim();
}
