import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { styleText } from 'node:util';
import { printable } from './printable.ts';

const STYLES = { '+': 'green', '-': 'red', '@': 'cyan' } as const;

/**
 * How a file would change, as a unified difference that `git apply` and `patch` take. With colours
 * it is for eyes: what could deceive them is spelled out.
 *
 * @param path relative to the folder in which the difference is to be applied, with `/`
 */
export function fileDifference(
	path: string,
	before: string,
	after: string,
	{ color = false }: { readonly color?: boolean } = {},
): string {
	const patch = createTwoFilesPatch(
		...([`a/${path}`, `b/${path}`, before, after, undefined, undefined] as const),
		{ context: 3, headerOptions: FILE_HEADERS_ONLY },
	);
	return color ? patch.split('\n').map(paint).join('\n') : patch;
}

function paint(line: string): string {
	if (line === '') return line;
	const shown = line[0]! + printable(line.slice(1).replaceAll('\t', '  '));
	if (/^(?:---|\+\+\+) /.test(line)) return styleText('bold', shown, { validateStream: false });
	const style = STYLES[line[0] as keyof typeof STYLES] as (typeof STYLES)['+'] | undefined;
	return style ? styleText(style, shown, { validateStream: false }) : shown;
}
