/** Follows the code fences of a text, line by line. */
export interface FenceTracker {
	/** Whether the next line is code, or closes it. */
	readonly isOpen: () => boolean;
	/** Whether a line belongs to a fence: its opening, its code or its closing line. */
	readonly holds: (line: string) => boolean;
	/** Forgets a fence whose container has ended. */
	readonly leave: () => void;
}

/** Expects every line of a text, in order, with the marks of the containers that hold it. */
export function createFenceTracker(): FenceTracker {
	let open: string | undefined;
	return {
		isOpen: () => open !== undefined,
		holds(line) {
			if (open !== undefined) {
				const mark = CLOSING.exec(line)?.[1];
				if (mark?.startsWith(open)) open = undefined;
				return true;
			}
			const [, mark, info = ''] = OPENING.exec(line) ?? [];
			if (mark === undefined || (mark.startsWith('`') && info.includes('`'))) return false;
			open = mark;
			return true;
		},
		leave() {
			open = undefined;
		},
	};
}

const OPENING = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})(.*)/;
const CLOSING = /^[ \t>]*(`{3,}|~{3,})\s*$/;
