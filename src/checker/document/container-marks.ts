import { createFenceTracker } from './fence-tracker.ts';
import { templateMarks } from './shortcodes.ts';

/** What opens or closes a container: `:::note` and `:::`, `<details>` and `</details>`, `{% raw %}`. */
export interface ContainerMark {
	/** The same for what opens and what closes it: `:::`, `<details>`, `{raw}`. */
	readonly key: string;
	readonly isClosing: boolean;
	/** Where it stands in the text, in UTF-16 units from zero. */
	readonly from: number;
	readonly to: number;
}

/** The marks of a text in their order, and which of its lines are code. */
export interface MarkedText {
	readonly marks: readonly ContainerMark[];
	/** Line from zero => whether it belongs to a code fence. */
	readonly isCode: readonly boolean[];
}

/** @param isMdx whether tags and templates are left to the parser, which refuses unclosed ones */
export function readContainerMarks(text: string, isMdx: boolean): MarkedText {
	const { visible, isCode } = withoutCode(text);
	const marks = [...directiveMarks(visible)];
	if (!isMdx) marks.push(...tagMarks(visible), ...templateMarks(visible));
	return { marks: marks.sort((a, b) => a.from - b.from), isCode };
}

/**
 * How often each kind of container is closed in a text, at a glance: code counts as well.
 *
 * `countClosings('<b>a</b>\n:::')` => `Map { '</b' => 1, ':::' => 1 }`
 */
export function countClosings(text: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const [mark, pattern] of CLOSINGS) {
		if (!text.includes(mark)) continue;
		for (const [written, name] of text.matchAll(pattern)) {
			const key = name === undefined ? written.trim() : mark + name;
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	return counts;
}

/** Closings, each with what is looked for first. */
const CLOSINGS: readonly (readonly [string, RegExp])[] = [
	['</', /<\/[A-Za-z][\w.-]*/g],
	[':::', /^[ \t>]*:{3,}[ \t]*$/gm],
	['{%', /\{%-?\s*(?:\/|end)([\w./-]+)/g],
	['{{', /\{\{[<%]\s*\/([\w./-]+)/g],
];

/** The same text with stand-ins for code and comments, character for character. */
function withoutCode(text: string): { visible: string; isCode: boolean[] } {
	const fences = createFenceTracker();
	const isCode: boolean[] = [];
	const lines = text.split('\n').map((line) => {
		const holds = fences.holds(line);
		isCode.push(holds);
		return holds ? hide(line) : line.replace(/`[^`]+`/g, hide);
	});
	return { visible: lines.join('\n').replace(/<!--[\s\S]*?(?:-->|$)/g, hide), isCode };
}

function hide(text: string): string {
	return text.replace(/[^\n]/g, ' ');
}

function* directiveMarks(text: string): Generator<ContainerMark> {
	if (!text.includes(':::')) return;
	for (const match of text.matchAll(/^([ \t>]*)(:{3,})(.*)$/gm)) {
		const [, prefix = '', colons = '', behind = ''] = match;
		const rest = behind.trim();
		// `:::image …:::` begins and ends on its line, and `::: orders.Order` holds nothing.
		if (rest !== '' && (!/^[\p{L}\w{]/u.test(rest) || rest.endsWith(':::'))) continue;
		if (/^[A-Za-z_]\w*(?:\.\w+)+$/.test(rest)) continue;
		const from = match.index + prefix.length;
		const to = from + colons.length;
		yield { key: colons, isClosing: rest === '', from, to };
	}
}

function* tagMarks(text: string): Generator<ContainerMark> {
	for (const match of text.matchAll(/<(\/?)([A-Za-z][\w.-]*)(?=[\s/>])([^<>]*)>/g)) {
		const [written, slash, name = '', attributes = ''] = match;
		if (attributes.endsWith('/')) continue;
		const [from, to] = [match.index, match.index + written.length];
		yield { key: `<${name.toLowerCase()}>`, isClosing: slash !== '', from, to };
	}
}
