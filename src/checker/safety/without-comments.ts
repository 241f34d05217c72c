/**
 * Code of JavaScript without its comments. Where a slash or a backtick could mean something else, as
 * in a pattern, in JSX or in a template, nothing is taken out: what hides in code is not let through.
 *
 * `withoutComments('size /* in px … ')` => `'size  '`
 */
export function withoutComments(code: string): string {
	if ((!code.includes('//') && !code.includes('/*')) || code.includes('<')) return code;
	let kept = '';
	PIECE.lastIndex = 0;
	for (let match = PIECE.exec(code); match; match = PIECE.exec(code)) {
		const [piece] = match;
		if (/^(?:["'`]|\/$)/.test(piece) && !/^(["']).*\1$/su.test(piece)) return code;
		kept += piece.startsWith('/') ? ' ' : piece;
	}
	return kept;
}

/** A comment, a string, code without either, or a mark that is none of these. */
const PIECE =
	/\/\*(?:(?!\*\/)[^])*\*\/|\/\/[^\n\r\u2028\u2029]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[^"'`/]+|[^]/g;
