/** A text in a piece of raw HTML, as far as the next tag that begins or ends a block. */
export interface HtmlText {
	/** As a reader sees it, with a space for code. */
	readonly text: string;
	/** Where it begins and ends, counted from the start of the HTML. */
	readonly from: number;
	readonly to: number;
	/** What its links lead to. */
	readonly links: readonly string[];
	/** Whether it has no letter outside of its links. */
	readonly isLink: boolean;
}

/**
 * The texts of a piece of raw HTML, one for each paragraph, item, cell or the like. Tags are taken as
 * they come, so nothing has to be closed or well formed.
 *
 * `htmlTexts('<p>A <b>bold</b> word</p>')` => `[{ text: 'A bold word', from: 3, to: 21, … }]`
 */
export function htmlTexts(html: string): HtmlText[] {
	const texts: HtmlText[] = [];
	let parts: string[] = [];
	let [from, to] = [0, 0];
	let links: string[] = [];
	let [isInLink, isLink] = [false, true];
	let hidden: string | undefined;

	const add = (begin: number, end: number): void => {
		const written = html.slice(begin, end);
		if (hidden !== undefined || written === '') return;
		parts.push(written.replace(REFERENCE, ' '));
		if (written.trim() === '') return;
		if (to === 0) from = begin + written.length - written.trimStart().length;
		to = begin + written.trimEnd().length;
		if (!isInLink && /\p{L}/u.test(written)) isLink = false;
	};
	const finish = (): void => {
		if (to > 0) {
			const text = parts.join('').replace(/\s+/g, ' ').trim();
			texts.push({ text, from, to, links, isLink });
		}
		[parts, from, to, links, isLink] = [[], 0, 0, [], true];
	};

	let at = 0;
	for (const { 0: tag, 1: slash, 2: name, 3: rest, index } of html.matchAll(TAG)) {
		add(at, index);
		at = index + tag.length;
		const element = name?.toLowerCase();
		if (element === undefined) continue;
		if (hidden !== undefined) {
			if (slash !== '' && element === hidden) hidden = undefined;
			continue;
		}
		if (element === 'a') {
			isInLink = slash === '';
			const href = HREF.exec(rest!)?.[1];
			if (href !== undefined) links.push(href);
		}
		if (!WITHIN_TEXT.has(element)) finish();
		else if (SPACES.has(element)) parts.push(' ');
		if (slash === '' && NO_TEXT.has(element) && !rest!.endsWith('/')) hidden = element;
	}
	add(at, html.length);
	finish();
	return texts;
}

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][^\s/>]*)([^>]*)>?/gi;
const REFERENCE = /&#?\w+;/g;
const HREF = /\bhref\s*=\s*["']?([^"'\s>]+)/i;

/** Elements that stand within a text, and do not end it. */
const WITHIN_TEXT: ReadonlySet<string> = new Set(
	'a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
		' ',
	),
);

/** Those of them that stand in the place of words, or between them. */
const SPACES: ReadonlySet<string> = new Set('br code img kbd samp tt var'.split(' '));

/** Elements whose content nobody translates. */
const NO_TEXT: ReadonlySet<string> = new Set(
	'code kbd math pre samp script style svg template textarea tt var'.split(' '),
);
