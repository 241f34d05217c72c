/** Languages in which the indentation of a line says what it belongs to. */
export const DEPTH_IS_CODE = new Set(
	'yaml python make pug haml sass stylus coffee nim fsharp haskell elm gdscript'.split(' '),
);

/**
 * How deep each line of YAML lies among those before. How many blanks make a step is free, and so is
 * whether the items of a list are indented under their key; which key a line belongs to is not. A
 * line that is less deep than the one before, and yet beside none of those above, lies between two
 * depths.
 */
export function yamlDepths(lines: readonly string[]): number[] {
	const open: number[] = [];
	return lines.map((line) => {
		const [, blanks = '', dash = ''] = /^(\s*)(- )?/.exec(line) ?? [];
		// An item lies deeper than the key at the same column, and its own keys deeper still.
		const indent = blanks.length + dash.length / 2;
		let left = indent;
		while (open.length > 0 && open.at(-1)! >= indent) left = open.pop()!;
		open.push(indent);
		return left === indent ? open.length : open.length - 0.5;
	});
}
