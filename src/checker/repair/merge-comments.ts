/**
 * The comments around some lines of code, as the translation has them. A gap holds the comments and
 * the blank lines before a line of code; the last one those before the next line that both have.
 *
 * @param source one gap more than there are lines of code in between
 * @param target the same for the translation, which may have other lines there, or none
 * @returns as many gaps as the source has
 */
export function mergeComments(
	source: readonly (readonly string[])[],
	target: readonly (readonly string[])[],
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
	// What stood before lines that go away goes with them.
	const last = target.at(-1)!;
	const kept = hasComment(last) ? last : target.length > source.length ? [] : theirs[0]!;
	const at = kept === last ? source.length - 1 : source.findIndex(hasComment);
	return source.map((gap, index) => (index === Math.max(at, 0) && kept.length > 0 ? kept : gap));
}

function hasComment(gap: readonly string[]): boolean {
	return gap.some(isComment);
}

/** Between two lines of code, whatever is not blank is a comment. */
function isComment(line: string): boolean {
	return line.trim() !== '';
}
