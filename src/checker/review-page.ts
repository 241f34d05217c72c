import type { Page } from './page.ts';
import { pointBehind, type Range } from './place.ts';

/** A release line of Node.js, and the day on which its life ends, as `2026-04-30`. */
export interface LineEnd {
	readonly line: number;
	readonly endOfLife: string;
}

/** What the passing of time asks for on a page. */
export interface Due {
	/** Absent where front matter does not say it in plain words. */
	readonly range: Range | undefined;
	/** What is no longer so, then what to do. */
	readonly sentence: string;
}

/**
 * What is due on a page by a day: a review that is more than a year old, and lines of Node.js at
 * their end, or unknown, in `nodeVersions` and in tags of images such as `node:24-slim`. A page that
 * says neither is not asked for it.
 *
 * @param today as `2026-11-20`
 */
export function* reviewPage(
	{ frontMatter: { data, places }, codeBlocks, text }: Page,
	today: string,
	lines: readonly LineEnd[],
): Generator<Due> {
	const reviewed = dayOf(data.lastReviewed);
	if (reviewed !== undefined && aYearAfter(reviewed) < today)
		yield {
			range: places.get('lastReviewed'),
			sentence: `The last review was on ${reviewed}, more than a year ago. Compare the page with its sources, then set \`lastReviewed\`.`,
		};

	const versions: readonly unknown[] = Array.isArray(data.nodeVersions) ? data.nodeVersions : [];
	for (const [index, version] of versions.entries()) {
		const fault = faultOf(Number(version), today, lines);
		if (fault !== undefined)
			yield {
				range: places.get(`nodeVersions.${index}`) ?? places.get('nodeVersions'),
				sentence: `${fault} Review the page for the lines of today, then set \`nodeVersions\`.`,
			};
	}

	for (const { span } of codeBlocks)
		for (const { index, 0: tag, 1: line } of text.slice(span.from, span.to).matchAll(IMAGE_TAG)) {
			const fault = faultOf(Number(line), today, lines);
			const start = pointBehind(span.start, text.slice(span.from, span.from + index));
			if (fault !== undefined)
				yield {
					range: { start, end: { ...start, column: start.column + tag.length } },
					sentence: `${fault} Name an image of a newer line instead of \`${tag}\`.`,
				};
		}
}

/** `node:24-slim`, not the port of `http://node:80`. */
const IMAGE_TAG = /(?<![\w.-]|\/\/)node:(\d{1,2})(?!\d)/g;

function faultOf(wanted: number, today: string, lines: readonly LineEnd[]): string | undefined {
	const found = lines.find(({ line }) => line === wanted);
	if (!found) return `Node.js ${wanted} is not among the known lines.`;
	return found.endOfLife <= today
		? `Node.js ${wanted} reached its end of life on ${found.endOfLife}.`
		: undefined;
}

/** Days in front matter are texts or dates. */
function dayOf(value: unknown): string | undefined {
	return /\d{4}-\d\d-\d\d/.exec(JSON.stringify([value]))?.[0];
}

/** `aYearAfter('2025-11-20')` => `'2026-11-20'` */
function aYearAfter(day: string): string {
	return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
