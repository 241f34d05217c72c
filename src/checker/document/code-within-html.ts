import type { MdastNode } from 'satteri';
import { spanOf } from '../markdown-tree.ts';
import { spansWithin, type Span } from '../place.ts';

/**
 * The fences within a piece of HTML, such as those of a component without blank lines around them.
 * They are text to our parser, and code to generators that read such pages as MDX.
 */
export function* codeWithinHtml(
	node: MdastNode & { type: 'html' },
	source: string,
): Generator<MdastNode & { type: 'code' }> {
	const whole = spanOf(node);
	const written = source.slice(whole.from, whole.to);
	if (!FENCE.test(written)) return;
	const spanOfPart = spansWithin(whole, written);
	let open: { readonly at: number; readonly indent: string; readonly marks: string } | undefined;
	let info = '';
	let code: string[] = [];
	for (let at = 0; at < written.length;) {
		const next = written.indexOf('\n', at);
		const end = next < 0 ? written.length : next;
		const line = written.slice(at, end).replace(/\r$/, '');
		const [, indent = '', marks = '', rest = ''] = LINE.exec(line) ?? [];
		if (open) {
			if (marks.startsWith(open.marks) && rest.trim() === '') {
				const from = open.at + open.indent.length;
				yield toCode(info, code, spanOfPart(from, at + indent.length + marks.length));
				open = undefined;
			} else code.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line.trim());
		} else if (marks !== '' && !rest.includes('`')) {
			open = { at, indent, marks };
			[info, code] = [rest.trim(), []];
		}
		at = end + 1;
	}
}

const FENCE = /^[ \t>]*(?:`{3}|~{3})/m;
const LINE = /^([ \t>]*)(`{3,}|~{3,})(.*)$/;

function toCode(info: string, code: readonly string[], span: Span): MdastNode & { type: 'code' } {
	const [, lang = '', meta = ''] = /^(\S*)\s*(.*)$/.exec(info) ?? [];
	const { start, end, from, to } = span;
	return {
		type: 'code',
		lang: lang === '' ? null : lang,
		meta: meta === '' ? null : meta,
		value: code.join('\n'),
		position: { start: { ...start, offset: from }, end: { ...end, offset: to } },
	};
}
