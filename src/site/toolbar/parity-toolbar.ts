import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { settings } from '../settings.ts';
import { APP_ID, ASK, REPORT, SAVED } from './page-report.ts';

const ICON =
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round" stroke-linejoin="round"><path d="M8 2v12M3 4.500h10M3 4.500l-2 5a2.200 2.200 0 0 0 4 0Zm10 0-2 5a2.200 2.200 0 0 0 4 0ZM5 14h6"/></svg>';

/** Shows what the checker says of the page that a writer looks at, in the dev server alone. */
export function parityToolbar(): AstroIntegration {
	let root = '';
	return {
		name: APP_ID,
		hooks: {
			'astro:config:setup'({ command, config, addDevToolbarApp }) {
				root = fileURLToPath(config.root);
				if (command !== 'dev') return;
				addDevToolbarApp({
					id: APP_ID,
					name: 'Parity',
					icon: ICON,
					entrypoint: fileURLToPath(new URL('./parity-app.ts', import.meta.url)),
				});
			},
			'astro:server:setup'({ server, toolbar, logger }) {
				const contentDir = resolve(root, settings.contentDir);
				const place = { root, contentDir, base: settings.base };
				// A build has no use for the checker here, and a server not before somebody looks.
				const loaded = once(async () => {
					const { createSiteChecker } = await import('../parity/site-checker.ts');
					const { reportPage } = await import('./report-page.ts');
					return { checker: createSiteChecker(), reportPage };
				});
				toolbar.on(ASK, (address: string) => {
					loaded()
						.then(({ checker, reportPage }) => reportPage(address, checker, place))
						.then((report) => {
							toolbar.send(REPORT, report);
						})
						.catch((error: unknown) => {
							logger.error(error instanceof Error ? error.message : String(error));
						});
				});
				let timer: NodeJS.Timeout | undefined;
				server.watcher.on('all', (_event, path) => {
					const below = relative(contentDir, resolve(path));
					if (below === '..' || below.startsWith(`..${sep}`)) return;
					clearTimeout(timer);
					timer = setTimeout(() => {
						toolbar.send(SAVED, null);
					}, 50);
				});
			},
		},
	};
}

function once<Value>(make: () => Value): () => Value {
	let value: Value | undefined;
	return () => (value ??= make());
}
