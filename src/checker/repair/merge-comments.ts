/**
 * The comments around some lines of code, as the translation has them. A gap holds the comments and
 * the blank lines before a line of code; the last one those before the next line that both have.
 *
 * @param source one gap more than there are lines of code in between
 * @param target the same for the translation, which may have other lines there, or none
 * @param isSame whether the next line that both have is the same in both, and did not drift
 * @returns as many gaps as the source has
 */
export function mergeComments(
	source: readonly (readonly string[])[],
	target: readonly (readonly string[])[],
	isSame: boolean,
): (readonly string[])[] {
	if (source.length === 1 && target.length === 1) return [...target];
	const [ours, theirs] = [source.filter(hasComment), target.filter(hasComment)];
	if (theirs.length === 0) return [...source];
	if (ours.length === theirs.length) {
		const left = [...theirs];
		return source.map((gap) => (hasComment(gap) ? left.shift()! : gap));
	}
	const comments = theirs.flatMap((gap) => gap.filter(isComment));
	if (ours.flat().filter(isComment).length === comments.length)
		return source.map((gap) => gap.map((line) => (isComment(line) ? comments.shift()! : line)));
	// What stood before lines that went away, or before others, went with them.
	const last = target.at(-1)!;
	if (!hasComment(last) || !isSame) return [...source];
	return source.map((gap, index) => (index === source.length - 1 ? last : gap));
}

function hasComment(gap: readonly string[]): boolean {
	return gap.some(isComment);
}

/** Between two lines of code, whatever is not blank is a comment. */
function isComment(line: string): boolean {
	return line.trim() !== '';
}
