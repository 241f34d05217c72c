import { defineHastPlugin } from 'satteri';

/** Characters of a cell that needs no more room than its words take: a number, a yes, a status. */
const SHORT_CELL = 12;

/** Marks columns of a table in which nothing is long. */
export const markShortColumns = defineHastPlugin({
	name: 'handbook-short-columns',
	element: {
		filter: ['table'],
		visit(node, ctx) {
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

function elementsIn<T extends { readonly type: string }>({
	children,
}: {
	readonly children: readonly T[];
}): Extract<T, { type: 'element' }>[] {
	return children.filter(
		(child): child is Extract<T, { type: 'element' }> => child.type === 'element',
	);
}
