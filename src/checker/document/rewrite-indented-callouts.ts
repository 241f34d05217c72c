import { createFenceTracker } from './fence-tracker.ts';

/**
 * Turns the indented blocks of MkDocs and Python-Markdown into callouts as code hosts write them:
 * `!!! note "Title"`, the collapsible `??? note` and the tab `=== "Title"` become `>[!note] Title`,
 * and what is indented below them is quoted.
 */
export function rewriteIndentedCallouts(text: string): string {
	const mayHold = MARKS.some((mark) => text.includes(mark));
	if (!mayHold || !HEAD.test(text)) return text;
	const lines = text.split('\n');
	const followers = followersOf(lines);
	const fences = createFenceTracker();
	/** Columns of the callouts that are open. */
	const open: number[] = [];
	return lines
		.map((line, index) => {
			const indentation = indentationOf(followers[index]!);
			while (open.length > 0 && indentation < open.at(-1)! + 4) {
				open.pop();
				fences.leave();
			}
			const quoted = quoteAt(line, open);
			if (fences.holds(line)) return quoted;
			const head = headOf(line.trimEnd());
			if (head === undefined || hasTextBelow(lines[index + 1], indentation)) return quoted;
			open.push(indentation);
			return quoteAt(/^[ \t]*/.exec(line)![0] + head, open.slice(0, -1));
		})
		.join('\n');
}

/**
 * Whether text stands right below the line that opens a callout and is not indented: the callout is
 * empty, but the parser would take such text for a part of it.
 */
function hasTextBelow(line: string | undefined, indentation: number): boolean {
	if (line === undefined || line.trim() === '' || headOf(line.trimEnd()) !== undefined)
		return false;
	return indentationOf(line) < indentation + 4 && !/^\s*(?:[-*+#>|`~]|\d+[.)])/.test(line);
}

/** Looked for first, which takes a tenth of the time. */
const MARKS = ['!!!', '???', '==='];

/** At a glance, for which everything beyond ASCII is a letter. */
const HEAD = /^[ \t]*(?:(?:!!!|\?\?\?\+?) *[A-Za-z\u0080-\uffff]|===[!+]* +["“”„«「『])/m;

/**
 * `headOf('??? tip "Keep it"')` => `'>[!tip]- Keep it'`; `undefined` for lines that open nothing. Marks
 * around a title may be those of a language: they are a slip, and what stands below is meant all the
 * same.
 */
function headOf(line: string): string | undefined {
	const [, mark, name, title = ''] =
		/^[ \t]*(!!!|\?\?\?\+?) *([\p{L}\w-]+)(?: +[\p{L}\w-]+)*(?: +["“”„«「『](.*)["“”»」』])?$/u.exec(
			line,
		) ?? [];
	if (name !== undefined) return `>[!${name}]${FOLDS[mark!]!} ${title}`;
	const tab = /^[ \t]*===[!+]* +["“”„«「『](.*)["“”»」』]$/.exec(line)?.[1];
	return tab === undefined ? undefined : `>[!tab]${tab}`;
}

/** Which callouts readers can fold, as Obsidian writes it behind their names. */
const FOLDS: Readonly<Record<string, string>> = { '!!!': '', '???': '-', '???+': '+' };

/** Each line, or for a blank one the next that is not: it tells whether a callout goes on. */
function followersOf(lines: readonly string[]): string[] {
	const followers = [...lines];
	for (let index = lines.length - 1, next = ''; index >= 0; index--)
		if (lines[index]!.trim() === '') followers[index] = next;
		else next = lines[index]!;
	return followers;
}

/** The column, from zero, at which the text of a line begins. */
function indentationOf(line: string): number {
	let column = 0;
	for (const character of /^[ \t]*/.exec(line)![0]) column = columnBehind(character, column);
	return column;
}

/** A tab reaches up to the next multiple of four. */
function columnBehind(character: string, column: number): number {
	return character === '\t' ? column + 4 - (column % 4) : column + 1;
}

/** Puts the marks of the open callouts into the indentation of a line, character for character. */
function quoteAt(line: string, open: readonly number[]): string {
	const rest = line.trim() === '' ? ' '.repeat((open.at(-1) ?? -1) + 1) : line;
	let written = '';
	let column = 0;
	for (const mark of open) {
		for (; column < mark && written.length < rest.length;) {
			column = columnBehind(rest[written.length]!, column);
			written += rest[written.length]!;
		}
		column = columnBehind(rest[written.length] ?? ' ', column);
		written += '>';
	}
	return open.length === 0 ? line : written + rest.slice(written.length);
}
