import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from './build-site.ts';
import { scratchFolder } from './scratch-folder.ts';

function contentWith(pages: Readonly<Record<string, string>>): string {
	const content = scratchFolder('diagrams');
	for (const [locale, page] of Object.entries(pages)) {
		mkdirSync(join(content, locale));
		writeFileSync(join(content, locale, 'index.md'), page);
	}
	return content;
}

const diagram = (title: string, description: string, shop: string, bank: string): string =>
	`\`\`\`mermaid\nsequenceDiagram\n  accTitle: ${title}\n  accDescr: ${description}\n  participant S as ${shop}\n  participant B as ${bank}\n  S->>B: GET /orders\n\`\`\`\n`;

test('a diagram is a picture in the language of its page, without a script', () => {
	const content = contentWith({
		en: `# Orders\n\n${diagram('A payment', 'The shop asks the bank.', 'Shop', 'Bank')}`,
		fr: `# Commandes\n\n${diagram('Un paiement', 'La boutique interroge la banque.', 'Boutique', 'Banque')}`,
	});
	const site = buildSite({ CONTENT_DIR: content });
	expect(site.output).not.toMatch(/\[(?:WARN|ERROR)\]/);
	for (const [path, ...words] of [
		['index.html', 'A payment', 'The shop asks the bank.', 'Shop', 'Bank'],
		['fr/index.html', 'Un paiement', 'La boutique interroge la banque.', 'Boutique', 'Banque'],
		// Nobody has translated it: the picture speaks English as the text does.
		['es/index.html', 'A payment', 'The shop asks the bank.', 'Shop', 'Bank'],
	] as const) {
		const main = /<main[\s\S]*<\/main>/.exec(site.read(path))![0];
		const picture = /<div class="diagram[\s\S]*?<\/svg><\/div>/.exec(main)![0];
		for (const word of words) expect(picture).toContain(`>${word}<`);
		expect(picture).toContain('role="img"');
		expect(main).not.toMatch(/mermaid|sequenceDiagram|accTitle/);
		expect(picture).not.toContain('<script');
	}
});

test('a build stops at a diagram that it cannot draw', () => {
	const content = contentWith({
		en: `# Orders\n\n${diagram('A payment', 'The shop asks the bank.', 'Shop', 'Bank').replace('->>', '=>')}`,
	});
	const { succeeded, output } = buildSite({ CONTENT_DIR: content });
	expect(succeeded).toBe(false);
	expect(output).toMatch(
		/en\/index\.md\n {2}9:3 +error +The site cannot draw `S=>B: GET \/orders` in a sequence\.[\s\S]+code-diagram\n/,
	);
	expect(output).not.toMatch(/\bat .+:\d+:\d+|Stack trace|node_modules/);
});
