import { spawn } from 'node:child_process';

/** Reads what git has stored, one object after the other, from a single process. */
export interface BlobReader {
	/** @returns `undefined` where this clone does not have it */
	read(id: string): Promise<Uint8Array | undefined>;
	close(): void;
}

/** @param folder absolute path of a folder in the repository */
export function createBlobReader(folder: string): BlobReader {
	const git = spawn('git', ['cat-file', '--batch'], {
		cwd: folder,
		stdio: ['pipe', 'pipe', 'ignore'],
	});
	// Whoever asks a git that is gone is told so by the end of its output.
	git.on('error', () => undefined);
	git.stdin.on('error', () => undefined);
	const chunks = git.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
	let waiting = Buffer.alloc(0);

	/** The next bytes, as many as asked for or up to a line's end, which is dropped. */
	async function take(length: number | undefined): Promise<Buffer | undefined> {
		for (;;) {
			const end = length ?? waiting.indexOf('\n');
			if (end >= 0 && waiting.length > end) {
				const taken = waiting.subarray(0, end);
				waiting = waiting.subarray(end + 1);
				return taken;
			}
			const { done, value } = await chunks.next();
			if (done) return undefined;
			waiting = Buffer.concat([waiting, value]);
		}
	}

	return {
		async read(id) {
			git.stdin.write(`${id}\n`);
			const head = await take(undefined);
			const size = / blob (\d+)$/.exec(head?.toString() ?? '')?.[1];
			return size === undefined ? undefined : take(Number(size));
		},
		close() {
			git.kill();
		},
	};
}
