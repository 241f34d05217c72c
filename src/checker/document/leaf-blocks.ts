import type { MdastNode } from 'satteri';
import { isSpacer, spanOf } from '../markdown-tree.ts';
import { isAttributeList } from './attribute-list.ts';
import type { Block, BlockKind, Inline } from './block.ts';
import { codeWithinHtml } from './code-within-html.ts';
import { collectHtml, collectInlines } from './collect-inlines.ts';
import { withoutHtmlComments } from './html-tags.ts';
import { isIncludeLine } from './include-lines.ts';
import type { Context } from './parts.ts';
import { isTemplate, shortcodes } from './shortcodes.ts';

/** A block with a text of its own, such as a heading. */
export function textBlock(kind: BlockKind, name: string, node: MdastNode, context: Context): Block {
	const inlines: Inline[] = [];
	collectInlines(node, inlines, context);
	return { kind, name, span: spanOf(node), children: [], inlines, node };
}

/** A text, pictures without one, or what stands in the place of one: a template, an include. */
export function paragraph(node: MdastNode, context: Context): Block | undefined {
	if (isSpacer(node) || !('children' in node)) return undefined;
	const isLabel = node.data && 'directiveLabel' in node.data;
	const block = textBlock('paragraph', isLabel ? 'label' : '', node, context);
	const isFigure = node.children.every(
		(child, index) =>
			isImage(child) ||
			child.type === 'break' ||
			(child.type === 'text' &&
				(BLANK.test(child.value) || (index > 0 && isAttributeList(child.value.trim())))) ||
			((child.type === 'link' || child.type === 'linkReference') &&
				child.children.length > 0 &&
				child.children.every(isImage)),
	);
	if (isFigure) return { ...block, kind: 'figure' };
	const written = context.source.slice(block.span.from, block.span.to);
	if (written.startsWith('{') && isTemplate(written)) return template(block, written);
	if (isIncludeLine(written)) return { ...block, kind: 'component', name: '@include', inlines: [] };
	const isComment =
		block.inlines.length === 0 &&
		node.children.every(
			(child) =>
				child.type === 'html' ||
				child.type === 'mdxTextExpression' ||
				(child.type === 'text' && child.value.trim() === ''),
		);
	return isComment ? undefined : block;
}

/** White space, and what takes none. */
const BLANK = /^[\s\u200b\u2060]*$/;

function isImage({ type }: MdastNode): boolean {
	return type === 'image' || type === 'imageReference';
}

/**
 * Templates on lines of their own, unless they only close another one. They are read as they are
 * written: to the parser `limit:3` holds a directive.
 */
function template(block: Block, written: string): Block | undefined {
	const templates = [...shortcodes(written)];
	const attributes = templates.flatMap((each) => each.attributes);
	const name = templates.map((each) => each.name).join(' ');
	return name === '' ? undefined : { ...block, kind: 'component', name, inlines: [], attributes };
}

export function codeBlock(node: MdastNode & { type: 'code' }, { source }: Context): Block {
	const span = spanOf(node);
	const isFenced = /^(?:`{3}|~{3})/.test(source.slice(span.from, span.from + 3));
	// Some generators take attributes right behind the language: `js{1}`, `ts:line-numbers`.
	const [, language = '', rest = ''] = /^([\w+#.-]+)([{:,].*)$/.exec(node.lang ?? '') ??
		FIRST_IS_ATTRIBUTE.exec(node.lang ?? '') ?? ['', node.lang ?? ''];
	const code = {
		language: language === '' ? undefined : language,
		meta: [rest.replace(/^,/, ''), node.meta ?? ''].filter((part) => part !== '').join(' '),
		code: node.value,
		firstLine: isFenced ? 1 : 0,
		isFenced,
	};
	return { kind: 'code', name: '', span, children: [], inlines: [], code, node };
}

/** A fence that names no language, but has an attribute: `hl_lines="1"`. */
const FIRST_IS_ATTRIBUTE = /^()(\w+=.*)$/;

/** A piece of HTML, if it is more than a comment. */
export function htmlBlock(node: MdastNode & { type: 'html' }, context: Context): Block | undefined {
	const inlines: Inline[] = [];
	if (isIncludeLine(node.value)) return textBlock('component', '@include', node, context);
	collectHtml(node, inlines, context);
	const isEmpty = inlines.length === 0 && !withoutHtmlComments(node.value).includes('{{');
	if (isSpacer(node) || isEmpty) return undefined;
	// What its links and images lead to is no part of its shape.
	const tags = inlines.filter(({ kind }) => kind === 'tag');
	const name = tags.map(({ value }) => value).join(' ');
	const children = [...codeWithinHtml(node, context.source)].map((each) =>
		codeBlock(each, context),
	);
	return { kind: 'html', name, span: spanOf(node), children, inlines, node };
}
