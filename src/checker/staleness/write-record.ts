import { stringify } from 'yaml';
import { rewriteLeadingRule } from '../document/leading-rule.ts';
import { RECORD_KEY } from './record.ts';

/**
 * A file with this record in the place of the one that it has; all else stays as it is. A page
 * without front matter gets one. Call it with sound front matter only.
 *
 * @param text the whole file, without a byte order mark
 * @param digests by the keys of sections, in the order of the source page
 */
export function writeRecord(text: string, digests: ReadonlyMap<string, string>): string {
	const end = /\r?\n/.exec(text)?.[0] ?? '\n';
	const write = (lines: readonly string[]): string => lines.map((line) => line + end).join('');
	const [opening = '', fence] = /^(---|\+\+\+)[ \t]*\r?\n/.exec(rewriteLeadingRule(text)) ?? [];
	if (!fence) return write(['---', ...yamlLines(digests), '---', '']) + text;
	const isToml = fence === '+++';
	const closing = isToml ? /^\+\+\+[ \t]*$/m : /^---[ \t]*$/m;
	const rest = text.slice(opening.length);
	const at = closing.exec(rest)!.index;
	const head = rest.slice(0, at).replace(isToml ? TOML_RECORD : YAML_RECORD, '');
	const record = write(isToml ? tomlLines(digests) : yamlLines(digests));
	return opening + head + record + rest.slice(at);
}

/** The key at the beginning of a line, and the lines below it that are indented or blank. */
const YAML_RECORD = new RegExp(
	`^${RECORD_KEY}:.*(?:\\r?\\n(?:[ \\t].*|(?=\\r?\\n)))*(?:\\r?\\n|$)`,
	'm',
);
/** The table up to the next one. */
const TOML_RECORD = new RegExp(`^\\[${RECORD_KEY}\\].*(?:\\r?\\n(?!\\[).*)*`, 'm');

function yamlLines(digests: ReadonlyMap<string, string>): string[] {
	const record = { [RECORD_KEY]: Object.fromEntries(digests) };
	return stringify(record, { lineWidth: 0 }).trimEnd().split('\n');
}

function tomlLines(digests: ReadonlyMap<string, string>): string[] {
	const entries = [...digests].map(([key, digest]) => `${JSON.stringify(key)} = "${digest}"`);
	return [`[${RECORD_KEY}]`, ...entries];
}
