import type { Range } from '../checker/place.ts';
import { printable } from './printable.ts';

/** As terminals and editors link it: `'content/en/a.md:12'`; a whole file has no line. */
export function placeText({ path, range }: { path: string; range?: Range }): string {
	return `${printable(path)}${range ? `:${range.start.line}` : ''}`;
}
