import { ODD_SPACE } from './odd-spaces.ts';

/**
 * A line of code, reduced to what a translation keeps. An atom is a word or one character of
 * punctuation; a quoted string is one atom, which begins with `STRING`, and so is a piece of text
 * between tags, which begins with `TEXT`.
 */
export interface CodeLine {
	readonly atoms: readonly string[];
	/** The atoms in one; equal lines are equal here. */
	readonly key: string;
	/** The same without what strings and texts say. */
	readonly codeKey: string;
	readonly comments: readonly CommentPiece[];
	/** Whether the line begins, or ends, within a string. */
	readonly opensInString: boolean;
	readonly endsInString: boolean;
}

export interface CommentPiece {
	/** Zero-based. */
	readonly column: number;
	/** With its markers. */
	readonly text: string;
	readonly isWholeLine: boolean;
}

export const STRING = '\u0001';
export const TEXT = '\u0002';
/** Between atoms that are joined. */
export const END = '\u0003';

/**
 * Words and characters of punctuation, and spaces that only look plain.
 * 'take(order);' // => ['take', '(', 'order', ')', ';']
 */
export function atomsOf(code: string): string[] {
	return code.match(ATOM) ?? [];
}

const ATOM = new RegExp(
	`[\\p{L}\\p{M}\\p{N}_$]+|[^\\s\\p{L}\\p{M}\\p{N}_$]|${ODD_SPACE.source}`,
	'gu',
);

/** A line of atoms that something else than a grammar found. */
export function readAtoms(atoms: readonly string[]): CodeLine {
	return toLine(atoms, [], false, false);
}

/** A line that both blocks have equally often: what it says need not be known to compare it. */
export function readShared(text: string): CodeLine {
	if (/['"`#]|\/\//.test(text)) return readAtoms([text]);
	return readAtoms(atomsOf(text));
}

/** A line that is known to be a comment as a whole. */
export function readComment(line: string): CodeLine {
	return toLine([], [{ column: 0, text: line, isWholeLine: true }], false, false);
}

/** Puts a line together. */
export function toLine(
	atoms: readonly string[],
	comments: readonly CommentPiece[],
	opensInString: boolean,
	endsInString: boolean,
): CodeLine {
	const codeKey = atoms
		.filter((atom) => !atom.startsWith(TEXT))
		.map((atom) => (atom.startsWith(STRING) ? STRING : atom))
		.join(END);
	return { atoms, key: atoms.join(END), codeKey, comments, opensInString, endsInString };
}
