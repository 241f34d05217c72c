import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import { hasClass } from './has-class.ts';

/** Characters of code that fit into a line on the narrowest phone, 320 pixels wide. */
const ONE_LINE = 34;

/** Marks code within text that is too long for the line of a phone. */
export const markLongCode = defineMdastPlugin({
	name: 'handbook-mark-long-code',
	inlineCode(node, ctx) {
		if (node.value.length > ONE_LINE)
			ctx.setProperty(node, 'data', { ...node.data, hProperties: { class: 'long' } });
	},
});

/** Lets it be broken between its words only: browsers break `--user` behind its hyphens. */
export const breakLongCode = defineHastPlugin({
	name: 'handbook-break-long-code',
	element: {
		filter: ['code'],
		visit(node, ctx) {
			if (!hasClass(node, 'long')) return;
			const words = ctx.textContent(node).split(/( +)/);
			ctx.setProperty(node, 'children', words.map(toWord));
		},
	},
});

function toWord(value: string) {
	const text = { type: 'text' as const, value };
	if (value.length > ONE_LINE || !/\S\W\S/.test(value)) return text;
	return { type: 'element' as const, tagName: 'span', properties: {}, children: [text] };
}
