import resultsStyle from './search-results.css?url&no-inline';

let mounted: Promise<void> | undefined;

/**
 * Opens the search. Its program and its style are fetched when a reader first asks for them: most
 * visits need neither.
 *
 * @param translations the search's own words, as JSON
 */
export async function openSearch(dialog: HTMLDialogElement, translations: string): Promise<void> {
	dialog.showModal();
	if (import.meta.env.DEV) return;
	const note = dialog.querySelector<HTMLElement>('[data-failed]');
	if (note) note.hidden = true;
	try {
		await (mounted ??= mount(translations));
		dialog.querySelector('input')?.focus();
	} catch {
		// Offline, most likely: the next try begins anew.
		mounted = undefined;
		if (note) note.hidden = false;
	}
}

async function mount(translations: string): Promise<void> {
	const [{ PagefindUI }] = await Promise.all([
		import('@pagefind/default-ui'),
		addStyle(resultsStyle),
	]);
	const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
	new PagefindUI({
		element: '#search',
		baseUrl: base,
		bundlePath: `${base}pagefind/`,
		showImages: false,
		showSubResults: true,
		// Starlight's own weights, which its search would pass: whole words, and pages that are about them.
		ranking: { pageLength: 0.1, termFrequency: 0.1, termSaturation: 2, termSimilarity: 9 },
		translations: JSON.parse(translations) as Record<string, string>,
	});
	// The field comes with a title only, which is no label to every screen reader.
	const input = document.querySelector<HTMLInputElement>('#search input');
	input?.setAttribute('aria-label', input.title);
}

function addStyle(href: string): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
		link.addEventListener('load', resolve);
		link.addEventListener('error', () => {
			link.remove();
			reject(new Error(`The style ${href} did not arrive.`));
		});
		document.head.append(link);
	});
}
