import type { Document } from '../document/document.ts';
import type { Range } from '../place.ts';

/** The key of front matter under which a translation keeps what it was made from. */
export const RECORD_KEY = 'parity';

/** From which sections of the source a translation was made. `parity sync` alone writes it. */
export interface TranslationRecord {
	/** Digests by the keys of sections, in the order of the source page at that time. */
	readonly digests: ReadonlyMap<string, string>;
	readonly range: Range;
	/** Somebody else has written it: it is no record. */
	readonly isBroken: boolean;
}

/** @returns `undefined` where the page has no record */
export function readRecord(document: Document): TranslationRecord | undefined {
	const { head, text } = document;
	if (!head) return undefined;
	const lines = text.slice(head.from, head.to).split(/\r?\n/);
	const found = findRecordLines(lines);
	if (!found) return lines.some((line) => MENTION.test(line)) ? readSlowly(document) : undefined;
	const [from, to] = found;
	const entries = lines.slice(from + 1, to).map((line): [string, string] => {
		const [, quoted, plain, digest] = ENTRY.exec(line)!;
		return [quoted ?? plain!, digest!];
	});
	return {
		digests: new Map(entries),
		range: {
			start: { line: head.start.line + from, column: 1 },
			end: { line: head.start.line + to - 1, column: lines[to - 1]!.length + 1 },
		},
		isBroken: false,
	};
}

/**
 * Where the record stands among the lines of front matter, if it stands there as it was written:
 * reading YAML takes longer than all the rest.
 *
 * @returns its first line, and the line behind it
 */
export function findRecordLines(lines: readonly string[]): readonly [number, number] | undefined {
	const from = lines.indexOf(`${RECORD_KEY}:`);
	if (from < 0) return undefined;
	let to = from + 1;
	while (ENTRY.test(lines[to] ?? '')) to++;
	return to > from + 1 && !/^\s/.test(lines[to] ?? '') ? [from, to] : undefined;
}

const DIGEST = /^[a-z]{8}$/;
/** A section, in quotes where YAML would take its name for something else, and its digest. */
const ENTRY = /^ {2}(?:"([^"\\]*)"|([\p{L}\d_-]+)): ([a-z]{8})$/u;
const MENTION = new RegExp(`^\\[?["']?${RECORD_KEY}\\b`);

/** What somebody else has written, or TOML. */
function readSlowly({ head, frontMatter }: Document): TranslationRecord | undefined {
	const { data, places } = frontMatter;
	if (!Object.hasOwn(data, RECORD_KEY)) return undefined;
	const value = data[RECORD_KEY];
	const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
	const digests = entries.filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && DIGEST.test(entry[1]),
	);
	const isBroken = entries.length === 0 || digests.length < entries.length;
	return {
		digests: new Map(isBroken ? [] : digests),
		range: places.get(RECORD_KEY) ?? head!,
		isBroken,
	};
}
