import { describe } from '../checker/describe.ts';
import type { Finding } from '../checker/finding.ts';

/**
 * Findings for people: where and what kind, then what differs and what to do; the total comes last.
 * Places are written as terminals and editors link them. A finding about a whole file points to its
 * beginning.
 */
export function pretty(findings: readonly Finding[]): string {
	const entries = findings.map((finding) => {
		const { line, column } = finding.range?.start ?? { line: 1, column: 1 };
		const place = `${finding.path}:${line}:${column}`;
		return `${printable(place)}  ${finding.severity}  ${finding.ruleId}\n  ${printable(describe(finding))}\n`;
	});
	return [...entries, total(findings)].join('\n');
}

function total(findings: readonly Finding[]): string {
	const files = new Set(findings.map(({ path }) => path)).size;
	return `${count(findings.length, 'problem')} in ${count(files, 'file')}`;
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Text quoted from content may hold characters that would move a terminal's cursor. */
function printable(text: string): string {
	return text.replace(
		/[\p{Cc}\p{Bidi_Control}]/gu,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
