import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parsePage, type Page } from '../../src/checker/page.ts';

const CONTENT = resolve(import.meta.dirname, '../../content');

/** The language whose pages are run: what a translation prints has to work as well. */
const LOCALE = process.env.SAMPLES_LOCALE ?? 'en';

/** A fenced block of a page of the handbook. The page is the only place where its code is written. */
export interface Sample {
	/** Path below the language's folder, without extension: `containers/run-as-non-root`. */
	readonly page: string;
	/** Text of the level-2 heading above it, in English whatever the language: `Prefer`. */
	readonly section: string;
	readonly language: string;
	/** The file's name, from `title="…"` behind the fence. */
	readonly title: string | undefined;
	readonly code: string;
	/** Line of the fence, from 1. */
	readonly line: number;
}

/** All fenced blocks of the practice pages, in the order of the pages. */
export function readSamples(): Sample[] {
	return globSync('*/*.md', { cwd: join(CONTENT, 'en') })
		.filter((path) => !path.startsWith('checks/'))
		.sort()
		.flatMap(samplesIn);
}

/**
 * The code of one block.
 *
 * @param address `<page> <section> <title>`: `going-to-production/be-stateless Avoid sessions.js`
 * @throws where the page has no such block, or more than one
 */
export function sampleCode(address: string): string {
	const [page = '', ...rest] = address.split(' ');
	const title = rest.pop();
	const section = rest.join(' ');
	const found = samplesIn(`${page}.md`).filter(
		(sample) => sample.section === section && sample.title === title,
	);
	if (found.length !== 1)
		throw new Error(
			`${found.length} blocks titled \`${title}\` below \`${section}\` in ${page}.md, expected 1. Correct the test, or the title behind the fence`,
		);
	return found[0]!.code;
}

function samplesIn(path: string): Sample[] {
	const { codeBlocks, headings } = readPage(LOCALE, path);
	const chapters = headings.filter(({ depth }) => depth === 2);
	// A translation has the sections of its source, in their order: `parity check` sees to it.
	const names = readPage('en', path).headings.filter(({ depth }) => depth === 2);
	return codeBlocks.map(({ language, meta, code, span }) => ({
		page: path.replace(/\.md$/, '').replaceAll('\\', '/'),
		section: names[chapters.findLastIndex((heading) => heading.span.from < span.from)]?.text ?? '',
		language: language ?? '',
		title: /\btitle="([^"]*)"/.exec(meta)?.[1],
		code: code.endsWith('\n') ? code : `${code}\n`,
		line: span.start.line,
	}));
}

function readPage(locale: string, page: string): Page {
	const path = `content/${locale}/${page}`;
	return parsePage({ path, locale, page, text: readFileSync(join(CONTENT, locale, page), 'utf8') });
}
