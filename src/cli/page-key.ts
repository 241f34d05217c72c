import { hash } from 'node:crypto';
import type { GroupOnDisk } from './read-group.ts';

/** Tells a page in all its languages from every other, and from itself with other bytes: a SHA-256. */
export function keyOf({ source, targets }: GroupOnDisk): string {
	const files = [source, ...targets].map(
		(file) => file && [file.path, file.locale, file.defect, file.digest],
	);
	return hash('sha256', JSON.stringify(files), 'base64url');
}
