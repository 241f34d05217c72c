import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales, sourceLocale } from '../../src/locales.ts';

const CHAPTER = 'going-to-production';

/**
 * Writes a content folder of a given size: the handbook's own chapter, again and again, so that
 * prose, code and links are as on real pages.
 *
 * @param pages pages in each language, the home page aside; rounded up to whole chapters
 * @returns how many pages a language has
 */
export function generateContent(from: string, to: string, pages: number): number {
	let count = 0;
	for (const { folder } of locales) {
		const chapter = join(from, folder, CHAPTER);
		const names = readdirSync(chapter);
		mkdirSync(join(to, folder), { recursive: true });
		writeFileSync(join(to, folder, 'index.md'), `# ${folder}\n\nHome.\n`);
		count = 1;
		for (let number = 1; count <= pages; number++) {
			mkdirSync(join(to, folder, `chapter-${number}`));
			for (const name of names) {
				const text = readFileSync(join(chapter, name), 'utf8');
				// Words of its own, so that no page is another's copy to the caches and the search.
				const own = text.replace(/^# .*$/m, (title) => `${title} ${number}`);
				const page = `${own}\nChapter ${number} of ${folder}.\n`;
				writeFileSync(join(to, folder, `chapter-${number}`, name), page);
				count++;
			}
		}
	}
	return count;
}

/** The same pages as a project that stock Starlight builds: titles in front matter, its own folders. */
export function generateStockProject(content: string, project: string): void {
	const docs = join(project, 'src/content/docs');
	for (const { folder } of locales) {
		const source = join(content, folder);
		const target = folder === sourceLocale.folder ? docs : join(docs, folder);
		for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
			if (!path.endsWith('.md')) continue;
			const text = readFileSync(join(source, path), 'utf8');
			const title = /^# (.*)$/m.exec(text)?.[1] ?? '';
			const untitled = text.replace(/^# .*\n/m, '').replace(/^---\n/, '');
			const head = text.startsWith('---\n') ? '' : '---\n';
			mkdirSync(join(target, path, '..'), { recursive: true });
			writeFileSync(
				join(target, path),
				`---\ntitle: ${JSON.stringify(title)}\n${head}${untitled.replace(/^order:.*\n/m, '')}`,
			);
		}
	}
	const configured = locales.map(({ folder, lang, label }) => [
		folder === sourceLocale.folder ? 'root' : folder,
		{ lang, label },
	]);
	writeFileSync(
		join(project, 'astro.config.mjs'),
		`import starlight from '@astrojs/starlight';
export default {
	site: 'https://example.org',
	cacheDir: process.env.CACHE_DIR,
	integrations: [starlight({ title: 'Stock', locales: ${JSON.stringify(Object.fromEntries(configured))} })],
};
`,
	);
	writeFileSync(
		join(project, 'src/content.config.ts'),
		`import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
	);
	const dependencies = { astro: '*', '@astrojs/starlight': '*' };
	writeFileSync(
		join(project, 'package.json'),
		JSON.stringify({ name: 'stock', type: 'module', dependencies }),
	);
}
