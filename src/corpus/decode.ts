import { isUtf8 } from 'node:buffer';
import type { Defect } from '../checker/source-file.ts';

/** Bytes as text without byte order mark, or the first place at which they are not UTF-8. */
export function decode(bytes: Uint8Array): { text: string; defect?: Defect } {
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
		return { text: '', defect: { kind: 'utf-16' } };
	if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes) };

	const offset = firstInvalidByte(bytes);
	const before = new TextDecoder().decode(bytes.subarray(0, offset));
	const lines = before.split('\n');
	return {
		text: '',
		defect: {
			kind: 'not-utf-8',
			byte: bytes[offset]!,
			at: { line: lines.length, column: lines.at(-1)!.length + 1 },
		},
	};
}

/** Bisection: the longest valid prefix, then at most three bytes of an unfinished character. */
function firstInvalidByte(bytes: Uint8Array): number {
	let [valid, invalid] = [0, bytes.length];
	while (invalid - valid > 1) {
		const middle = (valid + invalid) >> 1;
		if (isPrefixOfUtf8(bytes.subarray(0, middle))) valid = middle;
		else invalid = middle;
	}
	let start = valid;
	while (start > 0 && !isUtf8(bytes.subarray(0, start))) start--;
	return start;
}

/** Valid but for a last character that may be cut in two. */
function isPrefixOfUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}
