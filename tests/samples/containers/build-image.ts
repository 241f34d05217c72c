import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Why this machine cannot build an image, as a sentence; nothing where it can. */
export function imageProblem(): string | undefined {
	const needs = 'needs Linux, root and `buildah` (Debian: apt-get install buildah)';
	if (process.getuid?.() !== 0) return needs;
	try {
		execFileSync('buildah', ['--version'], { stdio: 'ignore' });
		return undefined;
	} catch {
		return needs;
	}
}

/**
 * Builds an image as `docker build` does, and saves it as `docker save` does. What a step runs
 * are the programs of this machine, in a root directory of its own; its network is this machine's.
 *
 * @param context folder with the `Dockerfile`, whose base image must be `scratch`
 * @param options of the build, as `--build-arg` and `--secret`
 * @param archive file for the image
 * @throws with what the builder printed, where a step fails
 */
export async function buildImage(
	context: string,
	options: readonly string[],
	archive: string,
): Promise<void> {
	const storage = mkdtempSync(join(tmpdir(), 'handbook-image-'));
	const run = (command: string, args: readonly string[]) =>
		promisify(execFile)('buildah', [
			...['--storage-driver', 'vfs', '--root', join(storage, 'root')],
			...['--runroot', join(storage, 'run'), command, ...args],
		]);
	try {
		const programs = ['/usr', '/bin', '/lib', '/lib64'].flatMap((path) => [
			'-v',
			`${path}:${path}:ro`,
		]);
		// Docker makes a layer for each step; Buildah does so on demand.
		const likeDocker = ['--layers', '--isolation', 'chroot', '--tag', 'sample'];
		await run('build', [...likeDocker, ...programs, ...options, context]);
		await run('push', ['sample', `oci-archive:${archive}`]);
	} finally {
		rmSync(storage, { recursive: true, force: true });
	}
}
