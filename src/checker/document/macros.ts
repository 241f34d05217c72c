/** What double braces put into a text: `{{jsxref("Array.from()")}}` of MDN, `{{ site.title }}`. */
export interface Macro {
	/**
	 * What a translation keeps of it, between its braces: the name in lower case and what it refers to,
	 * without words that people read.
	 */
	readonly value: string;
	/** Where it stands in the page, in UTF-16 units from zero. */
	readonly from: number;
	readonly to: number;
}

/**
 * The macros that begin within a part of a page; those with `<` or `%` are shortcodes.
 *
 * `macrosIn('{{domxref("Window.name", "its name")}}', 0, 38)` =>
 * `[{ value: '{{domxref window.name}}', from: 0, to: 38 }]`
 */
export function* macrosIn(source: string, from: number, to: number): Generator<Macro> {
	for (let at = source.indexOf('{{', from); at >= 0 && at < to; at = source.indexOf('{{', at)) {
		MACRO.lastIndex = at;
		const [written, inner = ''] = MACRO.exec(source) ?? ['{'];
		const value = inner === '' ? undefined : valueOf(inner.trim());
		if (value !== undefined) yield { value: `{{${value}}}`, from: at, to: at + written.length };
		at += written.length;
	}
}

/** As far as any of them reaches. */
const MACRO = /\{\{(?![<%{!>])([^{}]{1,300})\}\}/y;

function valueOf(inner: string): string | undefined {
	const [, name, list = ''] = /^([a-z][\w-]*)\s*(?:\((.*)\))?$/is.exec(inner) ?? [];
	if (name === undefined) return /["'`]/.test(inner) ? undefined : inner.replace(/\s+/g, ' ');
	const [, double, single, bare] = /^\s*(?:"([^"]*)"|'([^']*)'|([^,]*))/.exec(list)!;
	const first = (double ?? single ?? bare ?? '').trim();
	const isKept = /^[!-~]+$/.test(first) && !NAMES_HEADING.test(name);
	return (isKept ? `${name} ${first}` : name).toLowerCase();
}

/** Macros that find a heading by its words. */
const NAMES_HEADING = /^(?:embed\w*sample|livesample\w*)$/i;
