import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutRecord } from '../without-record.ts';
import { COMMENTS, SENTENCES, TOPICS } from './words.ts';

const CHAPTER = 'going-to-production';

/** Of so many translations, one lost its last code block. */
const PER_FAULT = 20;

/** How long pages are: the handbook's practices as they are, or as long as most documentation. */
export type PageLength = 'long' | 'short';

/** Sections of a short page: 3 to 4 kB, as the 94 pages of nodebestpractices have on average. */
const SECTIONS_OF_SHORT = 2;

/** How much a generated corpus holds. */
export interface CorpusSize {
	readonly files: number;
	readonly bytes: number;
}

/**
 * Writes pages and their translations: the handbook's own chapter again and again, but each time
 * with prose, identifiers, numbers and a code block of its own, so that nothing that is remembered
 * of one page helps with another.
 *
 * @param from the handbook's content folder
 * @param locales folders, the source's first
 * @param pages pages in each language
 * @param length of a page: 11 kB on average, or 3 to 4 kB
 */
export function generatePages(
	from: string,
	to: string,
	locales: readonly string[],
	pages: number,
	length: PageLength,
): CorpusSize {
	let bytes = 0;
	for (const locale of locales) {
		const chapter = join(from, locale, CHAPTER);
		const texts = readdirSync(chapter)
			.sort()
			.map((name) => withoutRecord(readFileSync(join(chapter, name), 'utf8')))
			.map((text) => (length === 'long' ? text : shorten(text)));
		for (let number = 0; number < pages; number++) {
			const own = personalise(texts[number % texts.length]!, locale, number);
			const isFaulty = locale !== locales[0] && number % PER_FAULT === locale.length;
			const page = isFaulty ? own.slice(0, own.lastIndexOf('\n```js')) : own;
			const folder = join(to, locale, `part-${number % 17}`);
			mkdirSync(folder, { recursive: true });
			writeFileSync(join(folder, `page-${number}.md`), page);
			bytes += Buffer.byteLength(page);
		}
	}
	return { files: pages * locales.length, bytes };
}

/** Its beginning, and the same number of sections in every language. */
function shorten(text: string): string {
	return text
		.split(/^(?=## )/m)
		.slice(0, SECTIONS_OF_SHORT + 1)
		.join('');
}

function personalise(text: string, locale: string, number: number): string {
	let place = 0;
	const sentence = (): string => {
		const templates = SENTENCES[locale]!;
		return fill(templates[(number + place) % templates.length]!, locale, number, place++);
	};
	const named = text
		.replace(/^# .*$/m, (title) => `${title} (${nameOf(number, 0)})`)
		.replace(/^## .*$/gm, (heading) => `${heading}\n\n${sentence()}`)
		.replace(/^```[^]*?^```$/gm, (block) => ownBlock(block, number));
	return `${named}\n${sentence()}\n\n${ownCode(locale, number)}`;
}

/** Numbers and declared names that no other page has. */
function ownBlock(block: string, number: number): string {
	const [opening = '', ...code] = block.split('\n');
	const body = code
		.join('\n')
		.replace(/(?<![\w.])[1-9]\d{2,}(?![\w.])/g, (digits) => String(Number(digits) + number))
		.replace(/\b(?:server|pool|app|session|stopping|client|upload)\b(?=[.,;)(]| =)/g, (name) => {
			const own = nameOf(number, name.length);
			return `${name}${own[0]!.toUpperCase()}${own.slice(1)}`;
		});
	return `${opening}\n${body}`;
}

function ownCode(locale: string, number: number): string {
	const lines = Array.from({ length: 3 + (number % 7) }, (_, at) => {
		const name = nameOf(number, at);
		const comment = at % 2 === 0 ? ` // ${fill(COMMENTS[locale]!, locale, number, at)}` : '';
		return `router.get('/${name}/:id', keep(${number * 13 + at}, '${nameOf(number, at + 9)}'));${comment}`;
	});
	return `\`\`\`js\nimport { keep, router } from './${nameOf(number, 0)}.js';\n\n${lines.join('\n')}\n\`\`\`\n`;
}

function fill(template: string, locale: string, number: number, place: number): string {
	const topics = TOPICS[locale]!;
	return template
		.replace('{topic}', topics[(number * 3 + place) % topics.length]!)
		.replace('{name}', `\`${nameOf(number, place + 1)}\``)
		.replace('{number}', String(100 + number * 7 + place));
}

const SYLLABLES = ['ve', 'lo', 'ra', 'ti', 'mu', 'ka', 'sen', 'do', 'bri', 'fa', 'nu', 'gel'];

/** A word of four syllables; neighbours have other ones. */
function nameOf(number: number, place: number): string {
	let rest = number * 31 + place * 7919 + 1;
	let name = '';
	for (let at = 0; at < 4; at++) {
		name += SYLLABLES[rest % SYLLABLES.length]!;
		rest = Math.floor(rest / SYLLABLES.length) + at * number;
	}
	return name;
}
