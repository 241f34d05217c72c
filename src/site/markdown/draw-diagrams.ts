import { defineMdastPlugin } from 'satteri';
import { readDiagram } from '../diagrams/read-diagram.ts';

/**
 * Puts pictures in the place of diagrams in Mermaid. One that cannot be drawn stays as it is written;
 * the loader reports it, and a build stops there.
 */
export function drawDiagrams() {
	return () => {
		let count = 0;
		return defineMdastPlugin({
			name: 'handbook-diagrams',
			async code(node) {
				if (node.lang !== 'mermaid') return undefined;
				const diagram = readDiagram(node.value);
				if ('messageId' in diagram) return undefined;
				const id = `diagram-${++count}`;
				// What it takes to draw is loaded by pages that have a diagram only.
				const { drawDiagram } = await import('../diagrams/draw-diagram.ts');
				return { type: 'html', value: drawDiagram(diagram, id) };
			},
		});
	};
}
