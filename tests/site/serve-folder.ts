import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { project } from './build-site.ts';
import { plainEnvironment } from './plain-environment.ts';

export interface Server {
	/** Origin and base path, without a slash at the end. */
	readonly address: string;
	/** What the program printed. */
	readonly output: string;
	readonly close: () => void;
}

/** Serves a built site with the program behind `npm start`, on a free port. */
export async function serveFolder(folder: string, base = ''): Promise<Server> {
	const child = spawn(process.execPath, [join(project, 'src/cli/serve.ts'), folder], {
		env: plainEnvironment({ PORT: '0', BASE_PATH: base }),
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let output = '';
	const port = await new Promise<string>((resolve, reject) => {
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			const port = /localhost:(\d+)/.exec(output)?.[1];
			if (port && output.endsWith('\n\n')) resolve(port);
		});
		child.once('exit', () => {
			reject(new Error(`The server stopped before it was ready: ${output}`));
		});
	});
	return { address: `http://localhost:${port}${base}`, output, close: () => child.kill() };
}
