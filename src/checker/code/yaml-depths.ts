/**
 * How deep each line of YAML lies among those before. How many blanks make a step is free, and so is
 * whether the items of a list are indented under their key; which key a line belongs to is not.
 */
export function yamlDepths(lines: readonly string[]): number[] {
	const open: number[] = [];
	return lines.map((line) => {
		const [, blanks = '', dash = ''] = /^(\s*)(- )?/.exec(line) ?? [];
		// An item lies deeper than the key at the same column, and its own keys deeper still.
		const indent = blanks.length + dash.length / 2;
		while (open.length > 0 && open.at(-1)! >= indent) open.pop();
		open.push(indent);
		return open.length;
	});
}
