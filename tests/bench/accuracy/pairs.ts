import { globSync, readFileSync } from 'node:fs';
import { withoutRecord } from '../without-record.ts';
import { entriesOf } from './entries.ts';
import type { Pair } from './fault.ts';
import { parsePage } from './parsed-page.ts';
import { isTranslated } from './target-words.ts';

/** Where pages lie, written as for the command line. */
export interface Patterns {
	/** `en/{page}`, relative to the folder. */
	readonly source: string;
	/** `{locale}/{page}` */
	readonly target: string;
	/** BCP 47 tag of the source. */
	readonly sourceLocale: string;
	/** `fr,pt-BR=pt-br` */
	readonly locales: string;
}

/**
 * All pairs of a folder whose pages agree: the same headings, blocks, items and rows in the same
 * order, and two languages. Those that do not agree are only counted, for what is wrong with them already would hide
 * what is put into them.
 */
export function readPairs(folder: string, patterns: Patterns): { pairs: Pair[]; unequal: number } {
	const pairs: Pair[] = [];
	let unequal = 0;
	const sources = pagesOf(folder, patterns.source);
	for (const entry of patterns.locales.split(',')) {
		const [lang = '', part = lang] = entry.trim().split('=');
		const pattern = patterns.target.replaceAll('{locale}', part);
		const targets = pagesOf(folder, pattern);
		for (const [page, sourcePath] of sources) {
			const targetPath = targets.get(page);
			if (!targetPath || targetPath === sourcePath) continue;
			const [source, target] = [readPage(folder, sourcePath), readPage(folder, targetPath)];
			if (!source || !target) {
				unequal++;
				continue;
			}
			const pair = {
				...{ page, sourcePath, targetPath, source, target },
				sourceLang: patterns.sourceLocale,
				targetLang: lang,
				targetNames: [lang.toLowerCase(), part.toLowerCase()],
			};
			const agree = outline(pair.source) === outline(pair.target) && isTranslated(pair);
			if (agree) pairs.push(pair);
			else unequal++;
		}
	}
	return { pairs, unequal };
}

/** Page -> path, for one pattern. */
function pagesOf(folder: string, pattern: string): Map<string, string> {
	const [before = '', after = ''] = pattern.split('{page}');
	const pages = new Map<string, string>();
	const paths = globSync(`${before}**/*`, { cwd: folder })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => path.startsWith(before) && path.endsWith(after) && /\.mdx?$/.test(path));
	for (const path of paths.sort()) {
		const page = path.slice(before.length, path.length - after.length);
		pages.set(page, path);
	}
	return pages;
}

/**
 * Reads with plain line breaks, so that a line ends where an editor ends it, and without the record
 * of `parity sync`: a dropped section contradicts it, which is another fault. Nothing for MDX that
 * cannot be parsed.
 */
function readPage(folder: string, path: string): Pair['source'] | undefined {
	const text = readFileSync(`${folder}/${path}`, 'utf8').replace(/^\ufeff/, '');
	try {
		return parsePage(withoutRecord(text.replace(/\r\n?/g, '\n')), path.endsWith('.mdx'));
	} catch {
		return undefined;
	}
}

/** Types of the blocks in their order; spacers and comments are none. */
function outline(page: Pair['source']): string {
	return entriesOf(page)
		.map((entry) => entry.split('\n', 1)[0]!)
		.flatMap((entry) => {
			const [type] = entry.split(' ', 1);
			if (type === 'heading' || type === 'list') return entry;
			return BLOCKS.has(type!) ? type! : [];
		})
		.join('\n');
}

const BLOCKS = new Set(['code', 'listItem', 'table', 'tableRow', 'paragraph', 'blockquote']);
