import type { StarlightExpressiveCodeOptions } from '@astrojs/starlight/expressive-code';

type Plugin = Extract<
	NonNullable<StarlightExpressiveCodeOptions['plugins']>[number],
	{ name: string }
>;

/**
 * Makes wide code blocks scrollable by keyboard from the start. Left to itself, the highlighter's
 * script turns each of them into a landmark without a name, which screen readers list in vain.
 */
export const scrollableCode: Plugin = {
	name: 'handbook-scrollable-code',
	hooks: {
		postprocessRenderedBlock({ renderData }) {
			const figure = renderData.blockAst;
			const pre = figure.children.find(
				(child) => child.type === 'element' && child.tagName === 'pre',
			);
			if (pre?.type === 'element') pre.properties.tabindex = '0';
		},
	},
};
