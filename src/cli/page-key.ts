import { hash } from 'node:crypto';
import type { PageGroup } from '../checker/check.ts';

/** Tells a page in all its languages from every other, and from itself with other text: a SHA-256. */
export function keyOf({ source, targets }: PageGroup): string {
	const parts = [source, ...targets].map((file) => {
		if (!file) return '';
		const { path, locale, defect, text } = file;
		return JSON.stringify([path, locale, defect, text.length]) + text;
	});
	return hash('sha256', parts.join('\n'), 'base64url');
}
