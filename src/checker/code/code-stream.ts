import { STRING, TEXT, type CodeLine } from './code-line.ts';

/** Whether lines hold the same code, however it is wrapped and whatever its strings say. */
export function sameCode(source: readonly CodeLine[], target: readonly CodeLine[]): boolean {
	return sameSequence(codeOf(source), codeOf(target));
}

/** Whether strings and texts say the same, in the same order. */
export function sameStrings(source: readonly CodeLine[], target: readonly CodeLine[]): boolean {
	return sameSequence(stringsOf(source), stringsOf(target));
}

/** Whether comments say the same, however they are wrapped. */
export function sameComments(source: readonly CodeLine[], target: readonly CodeLine[]): boolean {
	return commentText(source) === commentText(target);
}

function codeOf(lines: readonly CodeLine[]): string[] {
	const code: string[] = [];
	let inString = false;
	for (const { atoms, opensInString, endsInString } of lines) {
		if (atoms.length === 0) continue;
		let continues = inString && opensInString;
		for (const atom of atoms) {
			if (atom.startsWith(TEXT)) continue;
			if (!atom.startsWith(STRING)) code.push(atom);
			else if (!continues) code.push(STRING);
			continues = false;
		}
		inString = endsInString;
	}
	return code;
}

/** What stands between two atoms of code is one string, over as many lines as it may run. */
function stringsOf(lines: readonly CodeLine[]): string[] {
	const strings: string[] = [];
	let isOpen = false;
	for (const { atoms } of lines)
		for (const atom of atoms) {
			const isString = atom.startsWith(STRING) || atom.startsWith(TEXT);
			if (isString && isOpen) strings.push(`${strings.pop()!} ${atom.slice(1)}`);
			else if (isString) strings.push(atom);
			isOpen = isString;
		}
	return strings;
}

function commentText(lines: readonly CodeLine[]): string {
	return lines
		.flatMap(({ comments }) => comments.map(({ text }) => text))
		.join(' ')
		.replace(/\s+/g, ' ')
		.trim();
}

function sameSequence(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((value, i) => value === b[i]);
}
