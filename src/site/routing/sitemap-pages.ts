import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '../../locales.ts';
import { entryId, splitId } from './addresses.ts';
import { settings } from '../settings.ts';

let published: Set<string> | undefined;

/** Whether the sitemap lists an address: pages that exist in their language, not fallbacks. */
export function listsPage(url: string): boolean {
	published ??= new Set(pageIds());
	const path = decodeURI(new URL(url).pathname).slice(settings.base.replace(/\/?$/, '/').length);
	const { folder, slug } = splitId(path.replace(/\/$/, '') || 'index');
	return slug !== '404' && published.has(entryId({ locale: folder, page: slug || 'index' }));
}

function* pageIds(): Generator<string> {
	for (const { folder } of locales) {
		const root = join(settings.contentDir, folder);
		if (!existsSync(root)) continue;
		for (const page of readdirSync(root, { recursive: true, encoding: 'utf8' }))
			if (/\.md$/i.test(page)) yield entryId({ locale: folder, page: page.replaceAll('\\', '/') });
	}
}
