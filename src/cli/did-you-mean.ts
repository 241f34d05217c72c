import { nearest } from '../checker/nearest.ts';

/**
 * ``didYouMean('jsno', ['json'])`` => ``'Did you mean `json`?'``; `undefined` where nothing is near
 *
 * @param before what stands before each name: `--`
 */
export function didYouMean(name: string, known: Iterable<string>, before = ''): string | undefined {
	const near = nearest(name, known);
	return near === undefined ? undefined : `Did you mean \`${before}${near}\`?`;
}
