import {
	atomsOf,
	END,
	readAtoms,
	STRING,
	TEXT,
	toLine,
	type CodeLine,
	type CommentPiece,
} from './code-line.ts';
import { runsWithin } from './runs-within.ts';
import { classify, type Token } from './scopes.ts';

/** A token as the grammar's library gives it. */
interface ScopedToken {
	readonly startIndex: number;
	readonly endIndex: number;
	readonly scopes: readonly string[];
}

/** @param tokens absent for a line that could not be read: it is code as a whole */
export function readLine(line: string, tokens: readonly ScopedToken[] | undefined): CodeLine {
	if (!tokens) return readAtoms(line.trim() === '' ? [] : [line.trim().replace(/\s+/g, ' ')]);
	if (line.trim() === '') return readAtoms([]);
	const pieces = withShellComment(line, joinTokens(line, tokens), tokens[0]?.scopes[0]);
	const atoms: string[] = [];
	const comments: CommentPiece[] = [];
	let [opensInString, endsInString] = [false, false];
	for (let i = 0; i < pieces.length;) {
		const { kind, inHole, isUnquoted, from, to } = pieces[i]!;
		if (kind === 'comment') {
			const text = line.slice(from, to);
			if ((from === 0 && text.startsWith('#!')) || runsWithin(text, tokens[0]?.scopes[0]))
				atoms.push(...atomsOf(text));
			else if (text.trim() !== '')
				comments.push({ column: from, text, isWholeLine: line.slice(0, from).trim() === '' });
			i++;
			continue;
		}
		if (kind === 'code' && !inHole) {
			if (isUnquoted && isSentence(line, from, to)) atoms.push(TEXT + line.slice(from, to).trim());
			else atoms.push(...atomsOf(line.slice(from, to)));
			if (line.slice(from, to).trim() !== '') endsInString = false;
			i++;
			continue;
		}
		const start = i;
		while (i < pieces.length && isQuoted(pieces[i]!)) i++;
		const group = pieces.slice(start, i);
		if (group.some((piece) => piece.kind === 'string' && !piece.inHole)) {
			opensInString ||= atoms.length === 0;
			endsInString = true;
		} else endsInString = false;
		pushGroup(line, group, atoms);
	}
	// A string that its line cuts off breaks the code.
	const isCutOff = tokens.at(-1)?.scopes.some((scope) => scope.startsWith(CUT_OFF)) ?? false;
	if (isCutOff) atoms.push('\n');
	return toLine(withNames(atoms), comments, opensInString, endsInString);
}

const CUT_OFF = 'invalid.illegal.newline';

/**
 * Adds to the code what is quoted and yet a name: keys, as in `{ 'content-type': type }`, and
 * packages, as in `require('express')`.
 */
function withNames(atoms: readonly string[]): readonly string[] {
	if (!atoms.some((atom) => atom === ':' || IMPORTS.test(atom))) return atoms;
	return atoms.flatMap((atom, i) => {
		if (!atom.startsWith(STRING)) return atom;
		const before = atoms[i - 1] ?? '';
		if (atoms[i + 1] === ':' && /^[{,]?$/.test(before)) return atomsOf(atom.slice(STRING.length));
		const word = before === '(' ? (atoms[i - 2] ?? '') : before;
		const name = atom.slice(STRING.length + 1, -1);
		return IMPORTS.test(word) && PACKAGE.test(name) ? [atom, name] : atom;
	});
}

const IMPORTS = /^(?:require|import|from)$/;
/** A package, and no file of one's own: those may bear translated names. */
const PACKAGE = /^(?:@[\w.-]+\/)?\w[\w./:-]*$/;

/** Joins neighbours of a kind: grammars split words where their patterns happen to end. */
function joinTokens(line: string, tokens: readonly ScopedToken[]): Token[] {
	const joined: (Omit<Token, 'to'> & { to: number })[] = [];
	for (const { startIndex, endIndex, scopes } of tokens) {
		const to = Math.min(endIndex, line.length);
		if (to <= startIndex) continue;
		const last = joined.at(-1);
		const what = classify(scopes);
		if (
			last?.kind === what.kind &&
			last.inHole === what.inHole &&
			last.isUnquoted === what.isUnquoted
		)
			last.to = to;
		else joined.push({ ...what, from: startIndex, to });
	}
	return joined;
}

/** The grammar of images leaves commands alone: `RUN npm ci # as locked`. */
function withShellComment(
	line: string,
	tokens: readonly Token[],
	language: string | undefined,
): readonly Token[] {
	if (language !== 'source.dockerfile') return tokens;
	const comment = /\s#\s/;
	const last = tokens.findIndex(
		({ kind, from, to }) => kind === 'code' && comment.test(line.slice(from, to)),
	);
	if (last < 0) return tokens;
	const token = tokens[last]!;
	const at = token.from + line.slice(token.from, token.to).search(comment);
	return [
		...tokens.slice(0, last),
		{ ...token, to: at },
		{ ...token, kind: 'comment', from: at, to: line.length },
	];
}

function isQuoted({ kind, inHole }: Token): boolean {
	return kind === 'string' || kind === 'text' || (inHole && kind === 'code');
}

/**
 * A string or a text with its holes: what it says, then the holes in an order of their own, because
 * another language puts them elsewhere in the sentence.
 */
function pushGroup(line: string, group: readonly Token[], atoms: string[]): void {
	let said = '';
	let isString = false;
	const holes: string[][] = [];
	let hole: string[] | undefined;
	for (const { kind, inHole, from, to } of group) {
		const piece = line.slice(from, to);
		if (!inHole) {
			isString ||= kind === 'string';
			said += piece;
			hole = undefined;
			continue;
		}
		if (!hole) {
			hole = [];
			holes.push(hole);
		}
		if (kind === 'code') hole.push(...atomsOf(piece));
		else if (piece.trim() !== '') hole.push((kind === 'string' ? STRING : TEXT) + piece.trim());
		said += END;
	}
	if (said.trim() !== '') atoms.push((isString ? STRING : TEXT) + said.trim());
	const keys = holes.map((each) => each.join(END));
	const order = keys.map((_, i) => i).sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1));
	if (holes.length > 1) atoms.push(`${atoms.pop()!}${keys.join(END)}`);
	for (const i of order) atoms.push(...holes[i]!);
}

/** Keys whose values are commands, though they may read like a sentence. */
const COMMAND_KEY =
	/(?:run|command|cmd|script|exec|entrypoint|args|test|start|build)["']?\s*:\s*$/i;

/** Whether an unquoted value of YAML, or a line of a heredoc, is a sentence. */
function isSentence(line: string, from: number, to: number): boolean {
	const text = line.slice(from, to).trim();
	if (!isProse(text)) return false;
	const before = line.slice(0, from);
	if (/:\s*$/.test(before)) return !COMMAND_KEY.test(before);
	return /^\p{Lu}|[^\p{ASCII}]|[.!?]$/u.test(text);
}

/** Two words and nothing else, or so many that the numbers and names among them are no command. */
function isProse(text: string): boolean {
	if (/^\p{L}[\p{L}\p{M}\s,.;:!?'’()«»–，、。；：！？（）「」-]*$/u.test(text))
		return /\s|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]{2}/u.test(text);
	const pieces = text.split(/\s+/);
	if (pieces.length < LONG_SENTENCE || /[=<>|$`{}\\]|&&|(?:^|\s)--?[A-Za-z]/.test(text))
		return false;
	return pieces.filter((piece) => WORD.test(piece)).length * 3 >= pieces.length * 2;
}

/** Words of a sentence that says more than words. */
const LONG_SENTENCE = 5;
const WORD = /^[("'«“]?\p{L}[\p{L}\p{M}'’-]*[)"'»”]?[,.;:!?…]*$/u;
