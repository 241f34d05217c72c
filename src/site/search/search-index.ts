import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/**
 * Builds the search index of a site that was built. Its files are written here: Pagefind answers before
 * those that it writes itself have reached the disk, and a process that ends then leaves some of them empty.
 *
 * @throws Error with what Pagefind says; the build stops
 */
export function searchIndex(): AstroIntegration {
	return {
		name: 'search-index',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const folder = fileURLToPath(dir);
				try {
					const { index } = sound(await createIndex());
					const { page_count: pages } = sound(await index!.addDirectory({ path: folder }));
					const { files } = sound(await index!.getFiles());
					for (const { path, content } of files) {
						const file = join(folder, 'pagefind', path);
						await mkdir(dirname(file), { recursive: true });
						await writeFile(file, content);
					}
					logger.info(`${pages} pages can be searched.`);
				} finally {
					await close();
				}
			},
		},
	};
}

function sound<Answer extends { readonly errors: readonly string[] }>(answer: Answer): Answer {
	if (answer.errors.length > 0)
		throw new Error(`The search index could not be built: ${answer.errors.join(' ')}`);
	return answer;
}
