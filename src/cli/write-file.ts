import {
	accessSync,
	chmodSync,
	closeSync,
	constants,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** A file could not be written; it is as it was. */
export class WriteError extends UsageError {
	/** Without the path, for a sentence that names it already: `permission denied`. */
	readonly reason: string;

	constructor(path: string, reason: string) {
		super(
			`\`${path}\` cannot be written: ${reason}.`,
			'Nothing in it has changed. Check the file, its folder and their permissions.',
		);
		this.reason = reason;
	}
}

/**
 * Writes a text file so that a kill at any moment leaves it whole, old or new: the text goes to a
 * hidden file beside it, which then takes its place. Keeps the mode and the byte order mark of the
 * file that was there, and a link that led to it; makes the folder of one that was not.
 *
 * @param path absolute, or relative to the working folder
 * @param text without a byte order mark
 * @throws WriteError where the file cannot be written; it is then as it was
 */
export function writeWhole(path: string, text: string): void {
	let beside: string | undefined;
	try {
		const exists = existsSync(path);
		const target = exists ? realpathSync(path) : path;
		const mode = exists ? statSync(target).mode & 0o7777 : undefined;
		// Taking the place of a file asks for rights to its folder only.
		if (exists) accessSync(target, constants.W_OK);
		else mkdirSync(dirname(target), { recursive: true });
		const mark = exists && hasByteOrderMark(target) ? BYTE_ORDER_MARK : '';
		beside = join(dirname(target), `.${basename(target)}.${process.pid}.new`);
		writeToDisk(beside, mark + text);
		if (mode !== undefined) chmodSync(beside, mode);
		renameSync(beside, target);
	} catch (error) {
		if (beside !== undefined) rmSync(beside, { force: true });
		const { code, message } = error as NodeJS.ErrnoException;
		throw new WriteError(path, REASONS[code ?? ''] ?? message);
	}
}

const REASONS: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk is full',
	EISDIR: 'it is a folder',
	ENOTDIR: 'a part of its path is a file',
	EEXIST: 'a part of its path is a file',
};

function hasByteOrderMark(path: string): boolean {
	const file = openSync(path, 'r');
	try {
		const start = Buffer.alloc(3);
		readSync(file, start, 0, 3, 0);
		return start.toString() === BYTE_ORDER_MARK;
	} finally {
		closeSync(file);
	}
}

/** Written in full before anything takes it for a file. */
function writeToDisk(path: string, text: string): void {
	const file = openSync(path, 'w');
	try {
		writeFileSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
