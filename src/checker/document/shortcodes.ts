import type { Attribute } from './block.ts';
import type { ContainerMark } from './container-marks.ts';

/** A template of Hugo, Jekyll and their kin within text, such as `{{< figure src="x" >}}`. */
export interface Shortcode {
	readonly name: string;
	/** Those without a name have their number: `1` and `src` of `{{< figure "a" src="x" >}}`. */
	readonly attributes: readonly Attribute[];
	/** Where it stands in the text, in UTF-16 units from zero. */
	readonly from: number;
	readonly to: number;
}

/**
 * The templates that a text opens or holds; those that close one, `{{< /tabs >}}` and `{% endnote %}`,
 * belong to their opening.
 *
 * `shortcodes('{% include note.html %}')` =>
 * `[{ name: 'include', attributes: [{ name: '1', value: 'note.html' }], from: 0, to: 23 }]`
 */
export function* shortcodes(text: string): Generator<Shortcode> {
	for (const { index, 0: written } of text.matchAll(SHORTCODE)) {
		const [opening, name] = NAME.exec(written) ?? [];
		if (opening === undefined || name === undefined || /^(?:\/|end)/.test(name)) continue;
		const closing = written.startsWith('{{') ? 3 : 2;
		const values = written.slice(opening.length, -closing).matchAll(ARGUMENT);
		let count = 0;
		const attributes = Array.from(values, ([, key, quoted, raw, bare]) => ({
			name: key ?? String(++count),
			value: quoted ?? raw ?? bare ?? '',
		}));
		yield { name, attributes, from: index, to: index + written.length };
	}
}

/** Whether a text is templates and nothing else. */
export function isTemplate(text: string): boolean {
	return text.replace(SHORTCODE, '').trim() === '';
}

/**
 * The names of templates, also of those that close one.
 *
 * `templateNames('{{% alert color="info" %}}{% endnote %}')` => `['alert', 'note']`
 */
export function templateNames(text: string): string[] {
	return [...text.matchAll(SHORTCODE)].map(([written]) =>
		(NAME.exec(written)?.[1] ?? '').replace(/^(?:\/|end)/, '').toLowerCase(),
	);
}

/**
 * The tags that stand for templates, so that what lies between two of them is found as in HTML.
 *
 * `templateTags('{% /callout %}')` => `'</template-callout>'`
 */
export function templateTags(text: string): string {
	const names = [...text.matchAll(SHORTCODE)].map(([written]) => NAME.exec(written)?.[1] ?? '');
	return names
		.map((name) => name.replace(/[./]+(?=.)/g, '-').replace(/^(?:-|end)/, '/'))
		.map((name) => (name.startsWith('/') ? `</template-${name.slice(1)}>` : `<template-${name}>`))
		.join('');
}

/** The templates that open others or close them, those of one name by one key. */
export function* templateMarks(text: string): Generator<ContainerMark> {
	if (!text.includes('{{') && !text.includes('{%')) return;
	for (const { index: from, 0: written } of text.matchAll(SHORTCODE)) {
		const [, closing, name = ''] = /^(\/|end)?(.*)$/.exec(NAME.exec(written)?.[1] ?? '') ?? [];
		if (name === '' || /\/[>%]\}\}?$/.test(written)) continue;
		const to = from + written.length;
		yield { key: `{${name}}`, isClosing: closing !== undefined, from, to };
	}
}

/** Nothing between the braces is taken apart here, so that no text makes it try twice. */
const SHORTCODE = /\{\{[<%][^{}]*\}\}|\{%[^{}]*%\}/g;
const ARGUMENT = /(?<=\s)(?:([\w-]+)=)?(?:"([^"]*)"|`([^`]*)`|(?![-/]?$)([^\s"`]+))/g;
const NAME = /^\{\{?[<%]-?\s*([\w./-]+)/;
