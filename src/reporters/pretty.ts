import { describe } from '../checker/describe.ts';
import type { Finding } from '../checker/finding.ts';

/**
 * Findings for people: grouped by file, each with line and column, what differs and what to do;
 * the total comes last.
 */
export function pretty(findings: readonly Finding[]): string {
	const lines: string[] = [];
	let path: string | undefined;
	for (const finding of findings) {
		if (finding.path !== path) {
			path = finding.path;
			lines.push(...(lines.length > 0 ? [''] : []), path);
		}
		const { line, column } = finding.range?.start ?? { line: 1, column: 1 };
		const place = finding.range ? `${line}:${column}` : '–';
		lines.push(
			`  ${place.padEnd(7)}  ${finding.severity}  ${printable(describe(finding))}  ${finding.ruleId}`,
		);
	}
	return [...lines, '', total(findings)].join('\n');
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
