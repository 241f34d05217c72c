import { relative, resolve, sep } from 'node:path';
import { nearestPath } from '../checker/nearest.ts';
import { findPages, type TargetLocale } from '../corpus/find-pages.ts';
import { didYouMean } from './did-you-mean.ts';
import { patternsOf, type Plan } from './plan.ts';
import { UsageError } from './usage-error.ts';

/**
 * The language that somebody typed, by its tag or by its folder.
 *
 * @throws UsageError with the nearest one
 */
export function findLocale(typed: string, { locales, sourceLocale }: Plan): TargetLocale {
	const wanted = typed.toLowerCase();
	const found = locales.find(
		({ tag, part }) => tag.toLowerCase() === wanted || part.toLowerCase() === wanted,
	);
	if (found) return found;
	const names = locales.map(({ part }) => part);
	const all = `The languages are ${names.join(', ')}.`;
	if (wanted === sourceLocale.toLowerCase())
		throw new UsageError(`\`${typed}\` is the language of the source.`, all);
	throw new UsageError(
		`There is no language \`${typed}\`.`,
		didYouMean(typed, new Set([...names, ...locales.map(({ tag }) => tag)])) ?? all,
	);
}

/**
 * The page that somebody typed: `{page}` with or without extension, the folder of an `index`, its
 * address on a site, or the path of its source or of a translation.
 *
 * @param here absolute path of the working folder
 * @throws UsageError with the nearest one
 */
export function findPage(typed: string, plan: Plan, here: string): string {
	const { source, target } = patternsOf(plan);
	const pages = findPages(plan.folder, source, target, plan.locales).source;
	const path = relative(plan.folder, resolve(here, typed)).split(sep).join('/');
	const wanted = typed.replaceAll('\\', '/').replace(/^(?:\.?\/)+|\/+$/g, '');
	const names = [wanted, path, source.match(path)?.page, target.match(path)?.page];
	const found = names
		.filter((name) => name !== undefined)
		.flatMap((name) => ENDINGS.map((ending) => name + ending))
		.find((name) => pages.includes(name));
	if (found !== undefined) return found;
	const nearest = ENDINGS.slice(0, 2)
		.map((ending) => nearestPath(wanted + ending, pages))
		.find((page) => page !== undefined);
	throw new UsageError(
		`There is no page \`${typed}\` at \`${source.text}\`.`,
		nearest === undefined
			? `Name a page of the source as \`{page}\` stands for it${pages[0] ? `, such as ${pages[0]}` : ''}.`
			: `Did you mean \`${nearest}\`?`,
	);
}

const ENDINGS = ['', '.md', '.mdx', '/index.md', '/index.mdx'];
