import { findRecordLines } from '../staleness/record.ts';
import { isTranslatedKey } from '../front-matter/translated-key.ts';
import type { Document } from './document.ts';

/**
 * Whether the front matter of two pages differs at most in the words of translated keys, told from
 * the lines alone: reading YAML takes longer than parsing the whole page. Says `false` in doubt.
 *
 * @param translatedKeys keys whose values may differ
 */
export function haveSameHead(
	source: Document,
	target: Document,
	translatedKeys: readonly string[],
): boolean {
	if (!source.head || !target.head) return false;
	const ours = source.text.slice(source.head.from, source.head.to).split(/\r?\n/);
	const theirs = withoutRecord(target.text.slice(target.head.from, target.head.to).split(/\r?\n/));
	return (
		ours[0] === '---' &&
		ours.length === theirs.length &&
		ours.every((line, index) => {
			const other = theirs[index]!;
			if (line === other) return true;
			const [key, otherKey] = [WORDS.exec(line)?.[1], WORDS.exec(other)?.[1]];
			return (
				key !== undefined &&
				key === otherKey &&
				isTranslatedKey(key, translatedKeys) &&
				!EMPTY.test(other)
			);
		})
	);
}

/** A text of which nothing is left. */
const EMPTY = /: (["'])\s*\1$/;

/** Without what `parity sync` has written, which the source does not have. */
function withoutRecord(lines: readonly string[]): readonly string[] {
	const [from, to] = findRecordLines(lines) ?? [0, 0];
	return lines.toSpliced(from, to - from);
}

/** Whether the front matter of a page is surely sound, told from its lines alone. */
export function isPlainHead({ head, text }: Document): boolean {
	if (!head) return false;
	const lines = text.slice(head.from, head.to).split(/\r?\n/).slice(1, -1);
	const keys = lines.map((line) => (PLAIN.exec(line) ?? WORDS.exec(line))?.[1]);
	return keys.every((key) => key !== undefined) && new Set(keys).size === keys.length;
}

/** A key and a number, a day, a name, or a list of them in brackets. */
const PLAIN =
	/^([\w-]+): (?:[A-Za-z][\w-]*|\d+(?:\.\d+)?|\d{4}-\d\d-\d\d|\[(?:[A-Za-z\d][\w-]*(?:, (?!\]))?)*\])$/;

/** A key and a text that YAML cannot take for anything else: in quotes, or plain words. */
const WORDS = /^([\w-]+): (?:"[^"\\]*"|'[^']*'|\p{L}+ (?:[^:#]|:(?! )|(?<! )#)*[^:#\s])$/u;
