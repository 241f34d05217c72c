import { defineHastPlugin, defineMdastPlugin } from 'satteri';

/** Characters of code that fit into a line on the narrowest phone, 320 pixels wide. */
const ONE_LINE = 34;
/** Characters of a cell that needs no more room than its words take: a number, a yes, a status. */
const SHORT_CELL = 12;

/** Marks code within text that is too long for the line of a phone. */
export const markLongCode = defineMdastPlugin({
	name: 'handbook-long-code',
	inlineCode(node, ctx) {
		if (node.value.length > ONE_LINE)
			ctx.setProperty(node, 'data', { ...node.data, hProperties: { class: 'long' } });
	},
});

/**
 * Keeps together what browsers would break at the wrong place, `--user` behind its hyphens, and marks
 * columns of a table in which nothing is long.
 */
export const keepTogether = defineHastPlugin({
	name: 'handbook-keep-together',
	element: {
		filter: ['code', 'table'],
		visit(node, ctx) {
			if (node.tagName === 'code') {
				const { className, class: own } = node.properties;
				if (![own, className].flat().includes('long')) return;
				const words = ctx.textContent(node).split(/( +)/);
				ctx.setProperty(node, 'children', words.map(toWord));
				return;
			}
			const rows = elementsIn(node).flatMap(elementsIn).map(elementsIn);
			const columns = Math.max(0, ...rows.map((cells) => cells.length));
			for (let column = 0; column < columns; column++) {
				const cells = rows.flatMap((row) => row[column] ?? []);
				if (cells.every((cell) => ctx.textContent(cell).trim().length <= SHORT_CELL))
					for (const cell of cells) ctx.setProperty(cell, 'class', 'short');
			}
		},
	},
});

function toWord(value: string) {
	const text = { type: 'text' as const, value };
	if (value.length > ONE_LINE || !/\S\W\S/.test(value)) return text;
	return { type: 'element' as const, tagName: 'span', properties: {}, children: [text] };
}

function elementsIn<T extends { readonly type: string }>({
	children,
}: {
	readonly children: readonly T[];
}): Extract<T, { type: 'element' }>[] {
	return children.filter(
		(child): child is Extract<T, { type: 'element' }> => child.type === 'element',
	);
}
