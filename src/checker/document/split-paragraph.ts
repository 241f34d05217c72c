import type { MdastNode } from 'satteri';
import { spanOf } from '../markdown-tree.ts';
import { isTemplate, templateNames } from './shortcodes.ts';

export type Paragraph = MdastNode & { readonly type: 'paragraph' };

/**
 * A paragraph with the lines of templates that hold others, each of them by itself:
 * `{{< note >}}⏎Text⏎{{< /note >}}` in three, as if blank lines stood between them.
 */
export function splitParagraph(
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

/** Templates that stand between two parts of another one. */
const PARTS_OTHERS = /^(?:else|elsif|elseif|elif|when)$/;

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
			(templateNames(text).every((name) => closed.has(name) || PARTS_OTHERS.test(name)) ||
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
