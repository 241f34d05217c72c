import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import { platform } from './platform.ts';

/**
 * Images whose bytes are no image. Astro stops at the first of them and does not say which page
 * shows it.
 *
 * @param assets paths below the content folder
 */
export async function findDamagedImages(
	assets: ReadonlySet<string>,
	contentDir: string,
): Promise<ReadonlySet<string>> {
	const damaged = new Set<string>();
	await Promise.all(
		[...assets].map(async (asset) => {
			const type = asset.slice(asset.lastIndexOf('.') + 1).toLowerCase();
			if (!platform.imageTypes.includes(type)) return;
			try {
				await imageMetadata(await readFile(join(contentDir, asset)), asset);
			} catch {
				damaged.add(asset);
			}
		}),
	);
	return damaged;
}
