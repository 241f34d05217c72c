import { createFenceTracker } from './fence-tracker.ts';

/**
 * Turns other notations of containers into directives: `::: tip Title` of VitePress, `:::tip Title`
 * of Docusaurus, `:::{tip}` and fences named `{tip}` of MyST, `::: {.callout-tip}` of Pandoc and
 * Quarto, `::: zone-end` of Microsoft, `/// tip | Title` of Python-Markdown. Code stays as it is.
 */
export function rewriteDirectives(text: string): string {
	const mayHold = MARKS.some((mark) => text.includes(mark));
	if (!mayHold || !FOREIGN.test(text)) return text;
	const fences = createFenceTracker();
	/** Fences of MyST that are open, by their marks. */
	const open: string[] = [];
	let mayHaveOptions = false;
	let hasBlocks = false;
	const lines = text.split('\n');
	return lines
		.map((line, index) => {
			const written = line.trimEnd();
			const isOption = mayHaveOptions && OPTION.test(written);
			if (isOption) return ' '.repeat(line.length);
			mayHaveOptions = false;
			if (!fences.isOpen()) {
				const fence = directiveFence(written);
				if (fence) {
					open.push(fence.mark);
					mayHaveOptions = true;
					return fence.written;
				}
				const closing = closingFence(written, open.at(-1));
				if (closing !== undefined) {
					open.pop();
					return closing;
				}
			}
			if (fences.holds(line)) return line;
			let block = slashBlock(written, hasBlocks);
			if (block !== undefined) {
				hasBlocks = true;
				block += attributesOf(lines, index + 1);
			}
			const directive = block ?? colonDirective(written);
			mayHaveOptions = directive !== undefined && HAS_OPTIONS.test(written);
			return directive ?? line;
		})
		.join('\n');
}

/** A line that opens what may have options, and one of them. */
const HAS_OPTIONS = /^[ \t>]*(?::{3,}\{|\/{3,} )/;
const OPTION = /^[ \t>]*:[\w-]+:(?:[ \t]|$)|^(?: {4,}|\t)[a-z][\w-]*:(?: |$)/;

/** One below a line of slashes of them, with its name and its value. */
const BLOCK_OPTION = /^[ \t>]*(?: {4}|\t)([a-z][\w-]*):(?:[ \t]+(.*))?$/;

/** Directives of MyST whose fences hold Markdown; those of all others hold code, or what they read. */
const HOLDS_MARKDOWN = new Set([
	...['admonition', 'attention', 'caution', 'danger', 'error', 'hint', 'important', 'note'],
	...['seealso', 'tip', 'warning', 'versionadded', 'versionchanged', 'deprecated', 'dropdown'],
	...['topic', 'sidebar', 'margin', 'aside', 'tab-set', 'tab-item', 'grid', 'grid-item', 'card'],
	...['exercise', 'solution', 'details', 'epigraph', 'div'],
]);

function directiveFence(line: string): { mark: string; written: string } | undefined {
	const [, prefix = '', mark, name = '', title = ''] =
		/^([ \t>]*)(`{3,}|~{3,})\{([\w-]+)\}[ \t]*(.*)$/.exec(line) ?? [];
	if (mark === undefined || !HOLDS_MARKDOWN.has(name)) return undefined;
	return { mark, written: `${prefix}${':'.repeat(mark.length)}${name}${labelOf(title)}` };
}

function closingFence(line: string, mark: string | undefined): string | undefined {
	const [, prefix = '', found] = /^([ \t>]*)(`{3,}|~{3,})$/.exec(line) ?? [];
	if (mark === undefined || !found?.startsWith(mark)) return undefined;
	return prefix + ':'.repeat(found.length);
}

/**
 * `slashBlock('/// tip | Keep it', false)` => `':::tip[Keep it]'`
 *
 * @param mayClose whether marks alone close something: without an opening they are text
 */
function slashBlock(line: string, mayClose: boolean): string | undefined {
	const [, prefix = '', slashes, name = '', title = ''] =
		/^([ \t>]*)(\/{3,})(?: *([\p{L}][\p{L}\w-]*)(?: *[|｜] *(.*))?)?$/u.exec(line) ?? [];
	if (slashes === undefined || (name === '' && !mayClose)) return undefined;
	return prefix + ':'.repeat(slashes.length) + name + labelOf(title);
}

/** The options below the line that opens a block, each on a line: `{open="true"}`. */
function attributesOf(lines: readonly string[], from: number): string {
	const attributes: string[] = [];
	for (let at = from; at < lines.length; at++) {
		const [, name, value = ''] = BLOCK_OPTION.exec(lines[at]!.trimEnd()) ?? [];
		if (name === undefined) break;
		attributes.push(`${name}="${value.replace(/["{}]/g, ' ')}"`);
	}
	return attributes.length === 0 ? '' : `{${attributes.join(' ')}}`;
}

/** `colonDirective('::: tip Keep it')` => `':::tip[Keep it]'`; `undefined` for lines to leave alone. */
function colonDirective(line: string): string | undefined {
	const [, marks = '', space = '', rest = ''] = /^([ \t>]*:{3,})([ \t]*)(.*)$/.exec(line) ?? [];
	// `:::image …:::` begins and ends on its line.
	if (rest === '' || rest.endsWith(':::')) return undefined;
	if (/^[\w-]+-end$/.test(rest)) return marks;
	const [, inner, behind = ''] = /^\{([^{}]*)\}[ \t]*:*[ \t]*(.*)$/.exec(rest) ?? [];
	if (inner !== undefined) return `${marks}${nameOf(inner)}${labelOf(behind)}`;
	const [, name, tail = ''] = /^(\p{L}[\p{L}\w-]*)(.*)$/u.exec(rest) ?? [];
	if (name === undefined) return undefined;
	if (/^[[{]/.test(tail)) return space === '' ? undefined : `${marks}${rest}`;
	return /^(?:[ \t]|$)/.test(tail) ? `${marks}${name}${labelOf(tail.trim())}` : undefined;
}

/** `nameOf('.callout-note collapse="true"')` => `'note'`; `nameOf('tip')` => `'tip'` */
function nameOf(attributes: string): string {
	const name = /(?:^|[ \t])\.([\w-]+)/.exec(attributes)?.[1] ?? /^[\w-]+/.exec(attributes)?.[0];
	return name?.replace(/^callout-/, '') ?? 'div';
}

function labelOf(title: string): string {
	return title === '' ? '' : `[${title.replace(/[[\]{}]/g, ' ')}]`;
}

/** Of each notation that is looked for, what is found ten times as fast. */
const MARKS = [':::', '`{', '~{', '///'];

/**
 * A notation that the parser does not take for a directive, or takes for one without its title; at a
 * glance, for which everything beyond ASCII is a letter.
 */
const FOREIGN =
	/^[ \t>]*(?::{3,}(?:[ \t]+[\w{\u0080-\uffff]|\{|[\w\u0080-\uffff-]+(?:[ \t]+\S|\{[^}]*\}[ \t]+\S))|(?:`{3,}|~{3,})\{|\/{3,} *[a-z\u0080-\uffff][\w\u0080-\uffff-]*[ \t]*(?:[|｜]|$))/im;
