import type { MdastNode } from 'satteri';
import { MOST_LEVELS, spanOf } from '../markdown-tree.ts';
import type { Block, BlockKind } from './block.ts';
import { closingTags } from './closing-tags.ts';
import { collectAttributes, collectExpression } from './collect-inlines.ts';
import { htmlTags, isDirection } from './html-tags.ts';
import { createListJoiner } from './join-lists.ts';
import { codeBlock, htmlBlock, paragraph, textBlock } from './leaf-blocks.ts';
import type { Context, Parts } from './parts.ts';
import { withParagraphs } from './phrases.ts';
import { splitAlert } from './split-alert.ts';
import { isTemplate, templateTags } from './shortcodes.ts';
import { closedTemplates, splitTemplates } from './split-templates.ts';
import { statementsOf } from './statements.ts';

/** Turns the parser's tree into blocks. Spacers, rules and link definitions are no blocks. */
export function buildBlocks(root: MdastNode, source: string): Parts {
	const definitions = new Map<string, string>();
	collectDefinitions(root, definitions);
	const beside = { scripts: [], comments: [] };
	const closed = closedTemplates(source);
	return { ...beside, blocks: childBlocks(root, { source, definitions, closed, ...beside }) };
}

function collectDefinitions(node: MdastNode, definitions: Map<string, string>): void {
	if (node.type === 'definition') {
		if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
	} else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
		for (const child of node.children) collectDefinitions(child, definitions);
}

function childBlocks(node: MdastNode, context: Context): Block[] {
	return 'children' in node ? toBlocks(node.children, context) : [];
}

/** Blocks of neighbours; what stands between two tags of HTML becomes a part of that element. */
function toBlocks(written: readonly MdastNode[], context: Context): Block[] {
	const nodes = splitTemplates(written, context.source, context.closed);
	const closings = closingTags(nodes, (node) => htmlOf(node, context));
	const within = (from: number, to: number, level: number): Block[] => {
		const blocks: Block[] = [];
		const joinList = createListJoiner(blocks);
		for (let index = from; index < to; index++) {
			const end = closings.get(index) ?? -1;
			// What only gives its text a direction is as if it were not there.
			if (opensDirection(nodes[index]!)) {
				if (end <= index || end >= to || level >= MOST_LEVELS) continue;
				for (const block of within(index + 1, end, level + 1)) blocks.push(block);
				index = end;
				continue;
			}
			const block = toBlock(nodes[index]!, context);
			if (joinList(nodes[index]!, block) || !block) continue;
			if (end > index && end < to && level < MOST_LEVELS) {
				const children = [...block.children, ...within(index + 1, end, level + 1)];
				const { end: last, to: offset } = spanOf(nodes[end]!);
				blocks.push({ ...block, children, span: { ...block.span, end: last, to: offset } });
				index = end;
			} else blocks.push(block);
		}
		return blocks;
	};
	return within(0, nodes.length, 0);
}

/** Whether a node is the tag `<div dir="rtl">`, or one like it, and nothing else. */
function opensDirection(node: MdastNode): boolean {
	if (node.type !== 'html' || !/\b(?:dir|lang)=/i.test(node.value)) return false;
	const written = node.value.trim();
	if (written.indexOf('>') !== written.length - 1) return false;
	const [tag] = htmlTags(written);
	return tag !== undefined && isDirection(tag) && tag.attributes.get('align') !== 'center';
}

/** The tags of a piece of HTML, or of templates on lines of their own. */
function htmlOf(node: MdastNode, { source }: Context): string | undefined {
	if (node.type === 'html') return node.value;
	if (node.type !== 'paragraph') return undefined;
	const { from, to } = spanOf(node);
	if (source[from] !== '{') return undefined;
	const written = source.slice(from, to);
	return isTemplate(written) ? templateTags(written) : undefined;
}

function toBlock(node: MdastNode, context: Context): Block | undefined {
	switch (node.type) {
		case 'heading':
			return textBlock('heading', String(node.depth), node, context);
		case 'paragraph':
			return paragraph(node, context);
		case 'code':
			return codeBlock(node, context);
		case 'list':
			return container('list', node.ordered ? 'ordered' : 'bulleted', node, context);
		case 'listItem':
			return container('item', nameOfItem(node.checked), node, context);
		case 'table':
			return table(node, context);
		case 'tableRow':
			return container('row', '', node, context);
		case 'tableCell':
			return textBlock('cell', '', node, context);
		case 'blockquote':
			return quote(node, context);
		case 'containerDirective':
		case 'leafDirective':
			return directive(node, context);
		case 'footnoteDefinition':
			return container('footnote', node.identifier, node, context);
		case 'html':
			return htmlBlock(node, context);
		case 'mdxJsxFlowElement':
		case 'mdxJsxTextElement':
			return component(node, context);
		case 'mdxFlowExpression':
		case 'mdxTextExpression':
			collectExpression(node, context);
			return undefined;
		case 'mdxjsEsm':
			context.scripts.push(...statementsOf(spanOf(node), context.source));
			return undefined;
		default:
			return undefined;
	}
}

function component(
	node: MdastNode & { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' },
	context: Context,
): Block {
	const attributes = collectAttributes(node, context);
	const children = toBlocks(withParagraphs(node.children), context);
	return {
		...{ kind: 'component', name: node.name ?? '', span: spanOf(node) },
		...{ children, inlines: [], node, attributes },
	};
}

function directive(
	node: MdastNode & { type: 'containerDirective' | 'leafDirective' },
	context: Context,
): Block {
	const kind = CALLOUTS.test(node.name) ? 'callout' : 'component';
	const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => ({
		name,
		value: value ?? '',
	}));
	return { ...container(kind, node.name.toLowerCase(), node, context), attributes };
}

function nameOfItem(checked: boolean | null | undefined): string {
	return typeof checked === 'boolean' ? (checked ? 'done' : 'task') : '';
}

/** Names under which site generators know callouts. */
const CALLOUTS =
	/^(?:note|tip|caution|danger|info|warning|important|hint|success|failure|bug|question|example|abstract|summary|error|attention|alert|aside|admonition)$/i;

function container(kind: BlockKind, name: string, node: MdastNode, context: Context): Block {
	const children = childBlocks(node, context);
	return { kind, name, span: spanOf(node), children, inlines: [], node };
}

/** Its first row is the header. */
function table(node: MdastNode, context: Context): Block {
	const block = container('table', String(columns(node)), node, context);
	const [head, ...rows] = block.children;
	return head ? { ...block, children: [{ ...head, name: 'head' }, ...rows] } : block;
}

function columns(table: MdastNode): number {
	const head = 'children' in table ? table.children[0] : undefined;
	return head && 'children' in head ? head.children.length : 0;
}

/** A quotation, or a callout as code hosts write it: `> [!NOTE]`. */
function quote(node: MdastNode, context: Context): Block {
	const { from, to } = spanOf(node);
	const alert = /^>[ \t]*\[!(\p{L}+)\]/iu.exec(context.source.slice(from, to));
	if (!alert || !('children' in node)) return container('quote', '', node, context);
	const [first, ...others] = node.children;
	const head = first?.type === 'paragraph' ? splitAlert(first, context.source) : [];
	const children = toBlocks([...head, ...others], context);
	const name = alert[1]!.toLowerCase();
	return { kind: 'callout', name, span: spanOf(node), children, inlines: [], node };
}
