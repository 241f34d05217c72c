import type { MdastNode } from 'satteri';
import { spanOf } from '../markdown-tree.ts';
import type { Attribute, Inline } from './block.ts';
import { htmlTags } from './html-tags.ts';
import { keptDirective } from './kept-directive.ts';
import type { Context } from './parts.ts';
import { macrosIn } from './macros.ts';
import { shortcodes } from './shortcodes.ts';

/** What stands within the text of a node, in the order of the document. */
export function collectInlines(node: MdastNode, inlines: Inline[], context: Context): void {
	if (!('children' in node)) return;
	for (const child of node.children) {
		switch (child.type) {
			case 'link':
			case 'image':
				inlines.push({ kind: child.type, value: child.url, span: spanOf(child) });
				break;
			case 'linkReference':
			case 'imageReference': {
				const kind = child.type === 'linkReference' ? 'link' : 'image';
				const value = context.definitions.get(child.identifier);
				if (value !== undefined) inlines.push({ kind, value, span: spanOf(child) });
				break;
			}
			case 'inlineCode':
				inlines.push({ kind: 'code', value: codeOf(child, context), span: spanOf(child) });
				break;
			case 'footnoteReference':
				inlines.push({ kind: 'footnote', value: child.identifier, span: spanOf(child) });
				break;
			case 'textDirective': {
				const value = keptDirective(child, context.source);
				if (value !== undefined) inlines.push({ kind: 'directive', value, span: spanOf(child) });
				break;
			}
			case 'html':
				collectHtml(child, inlines, context);
				break;
			case 'mdxTextExpression':
				collectExpression(child, context);
				break;
			case 'mdxJsxTextElement':
				inlines.push({
					kind: 'component',
					value: child.name ?? '',
					span: spanOf(child),
					attributes: collectAttributes(child, context),
				});
				break;
			case 'text':
				if (child.value.includes('{')) collectShortcodes(child, inlines, context);
				break;
		}
		if (child.type !== 'text') collectInlines(child, inlines, context);
	}
}

/** Code within text; of a role of MyST with a title, which is translated, what it refers to. */
function codeOf(node: MdastNode & { type: 'inlineCode' }, { source }: Context): string {
	if (!node.value.endsWith('>')) return node.value;
	const { from } = spanOf(node);
	if (source[from - 1] !== '}') return node.value;
	const isRole = /\{[\w:-]+\}$/.test(source.slice(Math.max(0, from - LONGEST_ROLE), from));
	return (isRole && /\s<([^<>]+)>$/.exec(node.value)?.[1]) || node.value;
}

const LONGEST_ROLE = 40;

/** Templates of Hugo, Jekyll and their kin, by the names with which they open, and macros. */
function collectShortcodes(node: MdastNode, inlines: Inline[], { source }: Context): void {
	const { start, from, to } = spanOf(node);
	const text = source.slice(from, to);
	let { line, column } = start;
	let at = 0;
	const found = [
		...Array.from(shortcodes(text), ({ name, ...rest }) => ({ value: name, ...rest })),
		...Array.from(macrosIn(source, from, to), (macro) => ({
			...{ value: macro.value, attributes: [] },
			...{ from: macro.from - from, to: macro.to - from },
		})),
	].sort((a, b) => a.from - b.from);
	for (const { value, attributes, from: begin, to: end } of found) {
		for (; at < begin; at++)
			if (text[at] === '\n') [line, column] = [line + 1, 1];
			else column++;
		inlines.push({
			kind: 'component',
			value,
			span: {
				start: { line, column },
				end: { line, column: column + end - begin },
				from: from + begin,
				to: from + end,
			},
			attributes,
		});
	}
}

/** The tags, links and images of a piece of HTML; its comments go to the page. */
export function collectHtml(
	node: MdastNode & { type: 'html' },
	inlines: Inline[],
	{ comments }: Context,
): void {
	const span = spanOf(node);
	for (const text of commentsOf(node.value)) comments.push({ text, span });
	for (const tag of htmlTags(node.value)) {
		if (tag.name === 'a' && tag.attributes.has('href'))
			inlines.push({ kind: 'link', value: tag.attributes.get('href')!, span });
		if (tag.name === 'img' && tag.attributes.has('src'))
			inlines.push({ kind: 'image', value: tag.attributes.get('src')!, span });
		inlines.push({ kind: 'tag', value: tag.name, span, tag });
	}
}

/** `commentsOf('<!-- a --><br><!-- b -->')` => `[' a ', ' b ']` */
function* commentsOf(html: string): Generator<string> {
	for (let from = html.indexOf('<!--'); from >= 0; from = html.indexOf('<!--', from)) {
		const to = html.indexOf('-->', from + 4);
		if (to < 0) return;
		yield html.slice(from + 4, to);
		from = to + 3;
	}
}

/** Attributes of a component; expressions among them go to the page's scripts as well. */
export function collectAttributes(node: MdastNode, { scripts }: Context): Attribute[] {
	if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
	const span = spanOf(node);
	return node.attributes.map((attribute) => {
		const value = attribute.value ?? '';
		const name = attribute.type === 'mdxJsxAttribute' ? attribute.name : '...';
		if (attribute.type === 'mdxJsxAttribute' && typeof value === 'string') return { name, value };
		const script = typeof value === 'string' ? value : value.value;
		const [, , text] = TEXT.exec(script) ?? [];
		if (text !== undefined) return { name, value: text };
		if (!VALUE.test(script)) scripts.push({ kind: 'attribute', value: script, span });
		return { name, value: `{${script}}` };
	});
}

/** An expression that is a mere string: `alt={'Two guests'}` says what `alt="Two guests"` does. */
const TEXT = /^\s*(?:(["'])((?:(?!\1)[^\\\n])*)\1)\s*$/;
/** One that runs nothing: a number, or what stands for itself. */
const VALUE = /^\s*(?:-?\d+(?:\.\d+)?|true|false|null|undefined)\s*$/;

/** An expression of MDX, or a comment of it, goes to the page. */
export function collectExpression(
	node: MdastNode & { type: 'mdxFlowExpression' | 'mdxTextExpression' },
	{ scripts, comments }: Context,
): void {
	const span = spanOf(node);
	const comment = /^\s*\/\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(node.value);
	if (comment) comments.push({ text: comment[1]!, span });
	else if (node.value.trim() !== '') scripts.push({ kind: 'expression', value: node.value, span });
}
