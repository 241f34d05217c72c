import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A digest of everything but the page that decides how a page is rendered. Astro keeps rendered
 * pages between builds and does not notice when this code changes; the digest makes it notice.
 *
 * @param root absolute path of the project
 * @param settings configuration that rendering depends on
 */
export async function generatorDigest(root: string, settings: readonly string[]): Promise<string> {
	const hash = createHash('sha256').update(JSON.stringify(settings));
	const files = ['package-lock.json', 'astro.config.mjs', 'src/locales.ts', 'src/releases.ts'];
	for (const room of ['src/checker', 'src/site', 'src/content'])
		for (const entry of await readdir(join(root, room), { recursive: true, withFileTypes: true }))
			if (entry.isFile() && /\.(?:ts|json)$/.test(entry.name))
				files.push(join(entry.parentPath, entry.name).slice(root.length));
	for (const file of files.sort()) hash.update(await readFile(join(root, file)).catch(() => ''));
	return hash.digest('hex');
}
