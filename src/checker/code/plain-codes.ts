import { plainLetters } from '../safety/unsafe-characters.ts';
import type { CodeComparison, CodeText } from './compare-code.ts';
import { ODD_SPACE, withPlainSpaces } from './odd-spaces.ts';

/**
 * Two blocks as they are compared. Letters that only look like others are told by
 * `unsafe-characters`; spaces that only look plain are not told where the source has such ones.
 */
export function plainCodes<Text extends CodeText>(
	source: Text,
	target: Text,
): readonly [source: Text, target: Text] {
	const isOdd = ODD_SPACE.test(source.code);
	const [ours, theirs] = [source, target].map((text) => {
		const code = plainLetters(text.code);
		return { ...text, code: isOdd ? withPlainSpaces(code) : code };
	});
	return [ours!, theirs!];
}

/** A comparison of such blocks, with their lines as they stand on the pages. */
export function asWritten(
	{ verdict, hunks }: CodeComparison,
	source: CodeText,
	target: CodeText,
): CodeComparison {
	if (hunks.length === 0) return { verdict, hunks };
	const [ours, theirs] = [linesOf(source), linesOf(target)];
	return {
		verdict,
		hunks: hunks.map((hunk) => ({
			...hunk,
			sourceLines: ours.slice(hunk.sourceLine, hunk.sourceLine + hunk.sourceLines.length),
			targetLines: theirs.slice(hunk.targetLine, hunk.targetLine + hunk.targetLines.length),
		})),
	};
}

function linesOf({ code }: CodeText): string[] {
	return code.split(/\r\n|\r|\n/);
}
