import { globSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parsePage } from '../../src/checker/page.ts';

const CONTENT = resolve(import.meta.dirname, '../../content/en');

/** A fenced block of a page of the handbook. The page is the only place where its code is written. */
export interface Sample {
	/** Path below `content/en`, without extension: `containers/run-as-non-root`. */
	readonly page: string;
	/** Text of the level-2 heading above it: `Prefer`. */
	readonly section: string;
	readonly language: string;
	/** The file's name, from `title="…"` behind the fence. */
	readonly title: string | undefined;
	readonly code: string;
	/** Line of the fence, from 1. */
	readonly line: number;
}

/** All fenced blocks of the English practice pages, in the order of the pages. */
export function readSamples(): Sample[] {
	return globSync('*/*.md', { cwd: CONTENT })
		.filter((path) => !path.startsWith('checks/'))
		.sort()
		.flatMap((path) => samplesIn(join(CONTENT, path)));
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
	const found = samplesIn(join(CONTENT, `${page}.md`)).filter(
		(sample) => sample.section === section && sample.title === title,
	);
	if (found.length !== 1)
		throw new Error(
			`${found.length} blocks titled \`${title}\` below \`${section}\` in ${page}.md, expected 1. Correct the test, or the title behind the fence`,
		);
	return found[0]!.code;
}

function samplesIn(file: string): Sample[] {
	const text = readFileSync(file, 'utf8');
	const page = relative(CONTENT, file).replace(/\.md$/, '').replaceAll('\\', '/');
	const path = `content/en/${page}.md`;
	const { codeBlocks, headings } = parsePage({ path, locale: 'en', page: `${page}.md`, text });
	return codeBlocks.map(({ language, meta, code, span }) => ({
		page,
		section:
			headings.findLast(({ depth, span: { from } }) => depth === 2 && from < span.from)?.text ?? '',
		language: language ?? '',
		title: /\btitle="([^"]*)"/.exec(meta)?.[1],
		code: code.endsWith('\n') ? code : `${code}\n`,
		line: span.start.line,
	}));
}
