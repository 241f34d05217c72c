/** What a line is to the blocks of a page: the first of one, or one more of the same. */
export type LineKind = 'blank' | 'more' | 'list' | 'heading' | 'code' | 'text';

/** Tells it of line after line, from zero. A list is one block, however its items stand. */
export function createLineReader({
	lines,
	isCode,
}: {
	readonly lines: readonly string[];
	/** Line from zero => whether it belongs to a code fence. */
	readonly isCode: readonly boolean[];
}): (line: number) => LineKind {
	let last: LineKind = 'blank';
	let isAfterBlank = true;
	return (line) => {
		const text = lines[line]!;
		if (isCode[line] !== true && /^[\s>]*$/.test(text)) {
			isAfterBlank = true;
			return 'blank';
		}
		const isItem = /^[\s>]*(?:[-*+]|\d{1,9}[.)])\s/.test(text) && isCode[line] !== true;
		const isInList = isItem || /^\s{2}/.test(text) || (!isAfterBlank && isCode[line] !== true);
		const kind: LineKind =
			isItem || (last === 'list' && isInList)
				? 'list'
				: isCode[line]
					? 'code'
					: /^[\s>]*#{1,6}\s/.test(text)
						? 'heading'
						: 'text';
		const begins = kind !== last || kind === 'heading' || (isAfterBlank && kind !== 'list');
		last = kind;
		isAfterBlank = false;
		return begins ? kind : 'more';
	};
}
