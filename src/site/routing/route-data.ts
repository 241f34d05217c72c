import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { locales, sourceLocale } from '../../locales.ts';
import { addressIn } from './address-in.ts';
import { splitId } from './addresses.ts';
import { entriesByLocale, sidebarPages } from './entries.ts';
import { adaptHead } from './page-head.ts';
import { buildSidebar, neighbours } from './sidebar.ts';
import { STATUS_SLUG } from './status-address.ts';

/** Completes what Starlight knows of a route with what the handbook knows of its translations. */
export const onRequest = defineRouteMiddleware(async (context) => {
	const route = context.locals.starlightRoute;
	const { t } = context.locals;
	const { folder, slug } = splitId(route.id);
	const isNotFound = slug === '404';
	const byLocale = await entriesByLocale();
	const locale = locales.find((one) => one.folder === folder) ?? sourceLocale;

	const overview = t('sidebar.overview');
	route.sidebar = buildSidebar(sidebarPages(byLocale, folder), slug, {
		overview,
		untranslated: t('sidebar.untranslated'),
		sourceLang: sourceLocale.lang,
		href: (path) => addressIn(locale, path),
	});
	const { prev, next } = neighbours(route.sidebar, overview);
	route.pagination = {
		prev: route.entry.data.prev === false ? undefined : prev,
		next: route.entry.data.next === false ? undefined : next,
	};

	const isFallback = route.isFallback === true;
	const siteTitle = (isFallback ? sourceLocale.title : undefined) ?? route.siteTitle;
	const pageTitle = route.entry.data.title;
	const isOwn = slug === STATUS_SLUG;
	route.head = adaptHead(route.head, {
		title: slug === '' ? siteTitle : `${pageTitle} | ${siteTitle}`,
		translatedTo: new Set(
			locales.filter((one) => isOwn || byLocale.get(one.folder)?.has(slug)).map(({ lang }) => lang),
		),
		fallbackLang: isFallback ? sourceLocale.lang : undefined,
		sourceHref: context.site && new URL(addressIn(sourceLocale, slug), context.site).href,
		isNotFound,
	});
	if (isFallback) {
		// The reader's search should find pages in the reader's language only.
		route.entry.data.pagefind = false;
		const top = route.toc?.items[0];
		if (top) top.text = t('tableOfContents.overview', { lng: sourceLocale.lang });
	}
});
