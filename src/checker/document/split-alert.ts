import type { MdastNode } from 'satteri';
import { spanOf } from '../markdown-tree.ts';

type Paragraph = MdastNode & { readonly type: 'paragraph' };

/**
 * The first paragraph of a callout such as `> [!NOTE] Title` in two: its title and the text on the
 * lines below, which other notations keep apart. A marker without a title leaves nothing.
 */
export function splitAlert(paragraph: Paragraph, source: string): MdastNode[] {
	const { start, from, to } = spanOf(paragraph);
	const lineEnd = source.indexOf('\n', from);
	const firstLine = source.slice(from, lineEnd < 0 || lineEnd > to ? to : lineEnd);
	const hasTitle = !/^\[!\p{L}+\][+-]?\s*$/u.test(firstLine);
	if (from + firstLine.length >= to) return hasTitle ? [{ ...paragraph, data: LABEL }] : [];

	const rest = /^[ \t>]*/.exec(source.slice(lineEnd + 1, to))![0].length;
	const middle = {
		end: { line: start.line, column: start.column + firstLine.length, offset: lineEnd },
		start: { line: start.line + 1, column: rest + 1, offset: lineEnd + 1 + rest },
	};
	const title: Paragraph['children'] = [];
	const body: Paragraph['children'] = [];
	for (const child of paragraph.children) {
		const span = spanOf(child);
		const cut = child.type === 'text' ? child.value.indexOf('\n') : -1;
		if (span.to <= lineEnd) title.push(child);
		else if (span.from >= lineEnd) body.push(child);
		else if (child.type === 'text' && cut >= 0) {
			const { start: first, end: last } = child.position!;
			const [before, behind] = [child.value.slice(0, cut), child.value.slice(cut + 1)];
			title.push({ ...child, value: before, position: { start: first, end: middle.end } });
			body.push({ ...child, value: behind, position: { start: middle.start, end: last } });
		} else if (child.type !== 'break') return [paragraph];
	}
	const { start: first, end: last } = paragraph.position!;
	const below = { ...paragraph, children: body, position: { start: middle.start, end: last } };
	if (!hasTitle) return [below];
	const position = { start: first, end: middle.end };
	return [{ ...paragraph, children: title, position, data: LABEL }, below];
}

/** As the parser marks the title of a directive. */
const LABEL = { directiveLabel: true };
