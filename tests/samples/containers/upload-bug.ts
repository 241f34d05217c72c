import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { limited, type Limits } from './limited-process.ts';

const SERVER = `
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
createServer((request, response) => {
  try {
    // The bug: the client chooses the name.
    writeFileSync('uploads/' + decodeURIComponent(request.url.slice(1)), 'changed');
    response.end('written');
  } catch ({ code }) {
    response.end(code);
  }
}).listen(process.env.PORT);
`;

export interface Case extends Omit<Limits, 'readOnly'> {
	/** User that owns the code. */
	readonly owner: number;
	readonly readOnly?: boolean;
}

/** What became of files that a client wanted to write: `written`, or the code of the error. */
export interface Outcome {
	readonly code: string;
	readonly system: string;
	readonly temporary: string;
}

/**
 * Lets a client write files through a server that trusts the names of uploads.
 *
 * @param root an empty folder, which stands for the root of a container's file system
 */
export async function exploitUploadBug(
	root: string,
	{ owner, readOnly, ...limits }: Case,
	start: typeof startProcess = startProcess,
): Promise<Outcome> {
	for (const folder of ['app/uploads', 'etc', 'tmp'])
		mkdirSync(join(root, folder), { recursive: true });
	const app = join(root, 'app');
	writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
	writeFileSync(join(app, 'server.js'), SERVER);
	writeFileSync(join(root, 'etc/passwd'), '');
	for (const path of ['', 'uploads', 'package.json', 'server.js'])
		chownSync(join(app, path), owner, owner);
	chmodSync(root, 0o755);
	chmodSync(join(root, 'tmp'), 0o1777);

	const port = await freePort();
	const [command, ...args] = limited({ ...limits, ...(readOnly && { readOnly: root }) }, [
		process.execPath,
		'server.js',
	]);
	const server = start(command!, args, { cwd: app, env: { PORT: String(port) } });
	await server.listening(port);
	const upload = async (name: string) => {
		const response = await fetch(`http://localhost:${port}/${encodeURIComponent(name)}`);
		return response.text();
	};
	const outcome = {
		code: await upload('../server.js'),
		system: await upload('../../etc/passwd'),
		temporary: await upload('../../tmp/x'),
	};
	await server.kill('SIGKILL');
	return outcome;
}
