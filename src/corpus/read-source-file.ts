import { readFileSync } from 'node:fs';
import type { SourceFile } from '../checker/source-file.ts';
import { decode } from './decode.ts';

/** Reads one file; one that cannot be read becomes a source file with a defect. */
export function readSourceFile(
	absolute: string,
	file: Pick<SourceFile, 'path' | 'locale' | 'page'>,
): SourceFile {
	try {
		return { ...file, ...decode(readFileSync(absolute)) };
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const reason = REASONS[code ?? ''] ?? message;
		return { ...file, text: '', defect: { kind: 'unreadable', reason } };
	}
}

const REASONS: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EISDIR: 'it is a folder',
	ENOENT: 'it is a link to nothing',
	ELOOP: 'its link leads back to itself',
};
