import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { drawDiagrams } from '../../../src/site/markdown/draw-diagrams.ts';

const diagram = (title: string): string =>
	`\`\`\`mermaid\nflowchart TD\n  accTitle: ${title}\n  accDescr: The shop asks the bank.\n  shop --> bank\n\`\`\`\n`;

async function render(markdown: string): Promise<string> {
	const { html } = await markdownToHtml(markdown, { mdastPlugins: [drawDiagrams()] });
	return html;
}

test('the diagrams of a page are pictures with ids of their own; other code stays', async () => {
	const html = await render(`${diagram('One')}\n${diagram('Two')}\n\`\`\`js\npay();\n\`\`\`\n`);
	expect(html.match(/<svg/g)).toHaveLength(2);
	expect(html).not.toContain('accTitle');
	expect(html).toContain('<code class="language-js">pay();');
	const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
	expect(ids).toHaveLength(6);
	expect(new Set(ids).size).toBe(6);
});

test('a diagram that cannot be drawn stays as it is written', async () => {
	const html = await render(diagram('One').replace('-->', '--o'));
	expect(html).toContain('<code class="language-mermaid">flowchart TD');
	expect(html).not.toContain('<svg');
});
