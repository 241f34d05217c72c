import type { MdastNode } from 'satteri';
import { spanOf } from '../markdown-tree.ts';
import { isTemplate, templateNames } from './shortcodes.ts';

type Paragraph = MdastNode & { readonly type: 'paragraph' };

/**
 * The names of the templates that a page closes: `{{< /note >}}`, `{% endnote %}`. What they hold may
 * stand in one paragraph with their lines, or between blank lines. `undefined` for a page without
 * templates.
 */
export function closedTemplates(text: string): ReadonlySet<string> | undefined {
	if (!text.includes('{{<') && !text.includes('{%') && !text.includes('{{%')) return undefined;
	return new Set(
		[...text.matchAll(CLOSING)].map(([, name = '', other = '']) => (name + other).toLowerCase()),
	);
}

const CLOSING = /\{[<%]-?[ \t]*(?:\/[ \t]*([\w./-]+)|end([\w-]+))/g;

/**
 * Neighbours as if blank lines stood around the lines of templates that hold others.
 *
 * @param closed see {@link closedTemplates}
 */
export function splitTemplates(
	nodes: readonly MdastNode[],
	source: string,
	closed: ReadonlySet<string> | undefined,
): readonly MdastNode[] {
	if (!closed) return nodes;
	return nodes.flatMap((node) =>
		node.type === 'paragraph'
			? splitParagraph(node, source, closed)
			: liftClosings(node, source, closed),
	);
}

/**
 * A list behind which templates are closed without a blank line, where the parser takes those lines
 * for the end of its last item; and the lines by themselves.
 */
function liftClosings(
	node: MdastNode,
	source: string,
	closed: ReadonlySet<string>,
): readonly MdastNode[] {
	if (node.type !== 'list') return [node];
	const { start, to } = spanOf(node);
	const line = source.slice(source.lastIndexOf('\n', to - 1) + 1, to);
	if (line[start.column - 1] !== '{' || !CLOSES.test(line)) return [node];
	const path: MdastNode[] = [];
	let last: MdastNode | undefined = node;
	for (; last && last.type !== 'paragraph'; last = lastChildOf(last)) path.push(last);
	const parts = last ? splitParagraph(last, source, closed) : [];
	const count = parts.findLastIndex(
		(part) => !CLOSES.test(source.slice(spanOf(part).from, spanOf(part).to)),
	);
	if (count < 0 || count === parts.length - 1) return [node];
	const { end } = parts[count]!.position!;
	let below = parts.slice(0, count + 1);
	for (const each of path.toReversed()) {
		const children = [...('children' in each ? each.children.slice(0, -1) : []), ...below];
		below = [{ ...each, children, position: { ...each.position!, end } } as MdastNode];
	}
	return [...below, ...parts.slice(count + 1)];
}

function lastChildOf(node: MdastNode): MdastNode | undefined {
	return 'children' in node ? node.children.at(-1) : undefined;
}

const CLOSES = /^[ \t>]*\{\{?[<%]-?[ \t]*(?:\/|end)/;

/**
 * A paragraph with the lines of templates that hold others, each of them by itself:
 * `{{< note >}}⏎Text⏎{{< /note >}}` in three, as if blank lines stood between them.
 */
function splitParagraph(
	paragraph: Paragraph,
	source: string,
	closed: ReadonlySet<string>,
): readonly MdastNode[] {
	const { start, from, to } = spanOf(paragraph);
	const written = source.slice(from, to);
	if (!written.includes('\n') || (!written.includes('%}') && !written.includes('>}}')))
		return [paragraph];
	const parts = partsOf(written, from, start, closed);
	if (parts.length === 1) return [paragraph];

	let at = 0;
	for (const child of paragraph.children) {
		const span = spanOf(child);
		while (at < parts.length - 1 && parts[at + 1]!.from <= span.from) at++;
		if (span.to <= parts[at]!.to) parts[at]!.children.push(child);
		else if (child.type === 'text') {
			const lines = child.value.split('\n');
			for (let part; (part = parts[at]) && part.from < span.to; at++) {
				const [first, last] = [
					Math.max(part.first, span.start.line),
					Math.min(part.last, span.end.line),
				];
				const value = lines.slice(first - span.start.line, last + 1 - span.start.line).join('\n');
				const [begin, end] = [
					first === span.start.line && span.from >= part.from ? child.position!.start : part.start,
					last === span.end.line && span.to <= part.to ? child.position!.end : part.end,
				];
				part.children.push({ ...child, value, position: { start: begin, end } });
			}
			at--;
		} else if (child.type !== 'break') return [paragraph];
	}
	return parts.map(({ children, start: begin, end }) => ({
		...paragraph,
		children,
		position: { start: begin, end },
	}));
}

/** A sentence that a template has begun. */
const GOES_ON = /^[ \t>]*[\p{Ll},.:;]/u;

type Place = NonNullable<MdastNode['position']>['start'];

/** Lines that go together, with their place in the file, and what stands on them. */
interface Part {
	readonly first: number;
	last: number;
	readonly from: number;
	to: number;
	readonly start: Place;
	end: Place;
	readonly children: Paragraph['children'];
}

function partsOf(
	written: string,
	offset: number,
	{ line: firstLine, column: firstColumn }: { readonly line: number; readonly column: number },
	closed: ReadonlySet<string>,
): Part[] {
	const parts: Part[] = [];
	const lines = written.split('\n');
	let wasTemplate = true;
	let begin = 0;
	for (const [index, line] of lines.entries()) {
		const margin = index === 0 ? 0 : /^[ \t>]*/.exec(line)![0].length;
		const text = line.slice(margin).trimEnd();
		const isOwn: boolean =
			text.startsWith('{') &&
			isTemplate(text) &&
			(templateNames(text).every((name) => closed.has(name)) ||
				(wasTemplate && !text.includes(' text=') && !GOES_ON.test(lines[index + 1] ?? '')));
		const number = firstLine + index;
		const from = offset + begin + margin;
		const to = from + text.length;
		const column = (index === 0 ? firstColumn : 1) + margin;
		const end = { line: number, column: column + text.length, offset: to };
		const last = parts.at(-1);
		if (last && !isOwn && !wasTemplate) Object.assign(last, { last: number, to, end });
		else {
			const start = { line: number, column, offset: from };
			parts.push({ first: number, last: number, from, to, start, end, children: [] });
		}
		wasTemplate = isOwn;
		begin += line.length + 1;
	}
	return parts;
}
