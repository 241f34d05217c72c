/** What makes a table of lines that were meant as one. */
export interface TableRule {
	/** The line of dashes that they need below the first of them. */
	readonly expected: string;
	readonly columns: number;
	/** What stands there in its place; `undefined` where nothing does. */
	readonly found: string | undefined;
}

/**
 * The line of dashes of a table that is text, for the line has too few or too many columns, or other
 * strokes, or is not there: `['| a | b |', '| --- |', …]` => `| --- | --- |`.
 *
 * @param lines the first is the head of the table
 */
export function tableRule([head = '', second = '', third = '']: readonly string[]):
	TableRule | undefined {
	const columns = cellsOf(head).length;
	if (!head.includes('|') || !second.includes('|')) return undefined;
	// Without its head, whoever knows the words has to write it.
	if (isRuleLike(head)) return undefined;
	const isRule = isRuleLike(second);
	if (!isRule && !third.includes('|')) return undefined;
	const strokes = isRule ? cellsOf(second).map((cell) => cell.trim()) : [];
	// Another table stands here.
	if (strokes.length === columns && strokes.every((stroke) => SOUND.test(stroke))) return undefined;
	const cells = Array.from(
		{ length: columns },
		(_, at) => strokes[at]?.replace(/[–—]+/g, '---') || '---',
	);
	const [before = ''] = /^[ \t>]*/.exec(head)!;
	const expected = `${before}| ${cells.join(' | ')} |`;
	return { expected, columns, found: isRule ? second.trim() : undefined };
}

function isRuleLike(line: string): boolean {
	return /[-–—]/.test(line) && /^[ \t>|:–—-]*$/.test(line);
}

const SOUND = /^:?-+:?$/;

/** What stands between the pipes of a line; those with a backslash belong to a cell. */
function cellsOf(line: string): string[] {
	const row = line.replace(/^[ \t>]*\|?/, '').replace(/\|[ \t]*$/, '');
	return row.split(/(?<!\\)\|/);
}
