import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding } from './finding.ts';

/**
 * Gives each finding of one page its identity: rule, locale, page, section, message, a digest of what
 * differs and ordinal among equals. No line numbers, so that text above it may come and go; another
 * difference at the same place is another finding.
 *
 * @param sectionOf the heading under which a line of the source, or of the target, stands
 */
export function withFingerprints(
	findings: readonly Finding[],
	sectionOf: (finding: Finding) => string,
): Finding[] {
	const counts = new Map<string, number>();
	return findings.map((finding) => {
		const { ruleId, locale, page, messageId } = finding;
		const section = sectionOf(finding);
		const key = [ruleId, locale, page, section, messageId, digestOf(finding)].join('|');
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		return { ...finding, fingerprint: `${key}|${count}` };
	});
}

/** Values that tell where something stands, how much of it, or what could mend it. */
const AROUND = /^(?:count|excerpts|nearest|after|marks|locales|translate|source)$/;
/** These tell where, too, beside what was expected and found. */
const NAMES_OF_PLACE = /^(?:excerpt|heading)$/;

/** What differs, in short: lines of code as a whole, all else as its sentence names it. */
function digestOf({ data, differences = [] }: Finding): string {
	const isCompared = data.expected !== undefined || data.found !== undefined;
	const values = Object.keys(data)
		.filter((name) => !AROUND.test(name) && !(isCompared && NAMES_OF_PLACE.test(name)))
		.sort()
		.map((name) => [name, data[name]]);
	const lines = differences.map(({ expected, found }) => [trim(expected), trim(found)]);
	const text = JSON.stringify([values, lines]);
	return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, DIGEST_BYTES));
}

/** Enough that nobody finds other code with the digest of accepted code. */
const DIGEST_BYTES = 10;

function trim(lines: readonly string[]): string[] {
	return lines.map((line) => line.trimEnd());
}
