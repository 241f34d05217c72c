import type { CodeText } from './compare-code.ts';
import { readAtoms, readComment, type CodeLine } from './code-line.ts';
import { unseenWords } from './diagram-words.ts';
import { isDoubtful, isFlat, isFlatComment, mayHoldComment } from './flat-code.ts';
import type { CodeGrammar, GrammarFinder } from './grammars.ts';
import { guessGrammar } from './guess-grammar.ts';
import { familyOf, tagName } from './language-tags.ts';

/** A comment in a block of code. */
export interface CodeComment {
	/** Zero-based, within the code: where its text begins. */
	readonly line: number;
	/** Zero-based, of its marker. */
	readonly column: number;
	/** Without markers; lines are kept apart. */
	readonly text: string;
}

/**
 * The comments of a block, for rules that read prose, and the text alternative of a diagram. Comments
 * that fill adjacent lines are one. Blocks that no grammar reads have none.
 */
export function commentsOf(block: CodeText, grammars: GrammarFinder): readonly CodeComment[] {
	const lines = block.code.slice(0, LONGEST_READ).split(/\r\n|\r|\n/);
	const name = tagName(block.language);
	if (familyOf(name) === 'diagram') return unseenWords(lines);
	const mayBeCode = name === '' || familyOf(name) === 'grammar';
	const grammar = mayBeCode
		? (grammars.find(block.language) ?? guessGrammar(lines, grammars))
		: undefined;
	if (!grammar) return [];
	const comments: (CodeComment & { text: string; lastLine: number; isWholeLine: boolean })[] = [];
	for (const [line, { comments: pieces, atoms }] of readComments(lines, grammar).entries())
		for (const piece of pieces) {
			const isWholeLine = piece.isWholeLine && atoms.length === 0;
			const text = stripMarkers(piece.text);
			const last = comments.at(-1);
			if (last?.isWholeLine && isWholeLine && last.lastLine + 1 >= line) {
				last.text += `\n${text}`;
				last.lastLine = line;
			} else comments.push({ line, column: indent(piece), text, lastLine: line, isWholeLine });
		}
	return comments
		.map(({ line, column, text }) => ({
			line: line + /^\n*/.exec(text)![0].length,
			column,
			text: text.trim(),
		}))
		.filter(({ text }) => text !== '');
}

/** Characters of a block in which comments are looked for. */
const LONGEST_READ = 100_000;

/** Where nothing runs on from line to line, only lines with a mark of a comment are read. */
function readComments(lines: readonly string[], grammar: CodeGrammar): readonly CodeLine[] {
	const { name } = grammar;
	const isMarked = (line: string): boolean => mayHoldComment(line, name);
	const isSimple =
		isFlat(lines, name) &&
		lines.every((line) => isFlatComment(line, name) || !isMarked(line) || !isDoubtful(line, name));
	if (!isSimple) return grammar.read(lines).lines;
	return lines.map((line) => {
		if (isFlatComment(line, name)) return readComment(line);
		return isMarked(line) ? grammar.read([line]).lines[0]! : EMPTY;
	});
}

const EMPTY = readAtoms([]);

function indent({ column, text }: { column: number; text: string }): number {
	return column + text.length - text.trimStart().length;
}

/** `// Take the order` and ` * Take the order` // => 'Take the order' */
function stripMarkers(text: string): string {
	return text
		.trim()
		.replace(
			/^(?:\/\*+!?|\/\/+!?|#+|--+|;+|<!--+|<#|\(\*|%+|REM\b|::|"""|'''|\*+(?!\/)|=begin)/i,
			'',
		)
		.replace(/(?:\*+\/|--+>|#>|\*\)|"""|''')$/, '')
		.trim();
}
