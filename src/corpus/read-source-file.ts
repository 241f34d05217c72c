import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SourceFile } from '../checker/source-file.ts';
import { decode } from './decode.ts';

export interface FileOnDisk extends SourceFile {
	/** SHA-256 of its bytes, in base64url; empty where they could not be read. */
	readonly digest: string;
}

/** Reads one file; one that cannot be read becomes a source file with a defect. */
export function readSourceFile(
	absolute: string,
	file: Pick<SourceFile, 'path' | 'locale' | 'page'>,
): FileOnDisk {
	try {
		const bytes = readFileSync(absolute);
		return { ...file, ...decode(bytes), digest: hash('sha256', bytes, 'base64url') };
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const reason = REASONS[code ?? ''] ?? message;
		return { ...file, text: '', defect: { kind: 'unreadable', reason }, digest: '' };
	}
}

const REASONS: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EISDIR: 'it is a folder',
	ENOENT: 'it is a link to nothing',
	ELOOP: 'its link leads back to itself',
};
