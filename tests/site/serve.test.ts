import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from './build-site.ts';
import { plainEnvironment } from './plain-environment.ts';
import { scratchFolder } from './scratch-folder.ts';
import { serveFolder, type Server } from './serve-folder.ts';

/** A site of three files; what is served does not matter here. */
function tinySite(): string {
	const folder = scratchFolder('tiny');
	mkdirSync(join(folder, 'fr/404'), { recursive: true });
	writeFileSync(join(folder, 'index.html'), 'home');
	writeFileSync(join(folder, '404.html'), 'not here');
	writeFileSync(join(folder, 'fr/404/index.html'), 'pas ici');
	return folder;
}

function serve(folder: string, env: Readonly<Record<string, string>>) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(project, 'src/cli/serve.ts'), folder],
		{ encoding: 'utf8', env: plainEnvironment(env), timeout: 10_000 },
	);
	return { status, stdout, stderr };
}

describe('a served site', () => {
	let server: Server;
	beforeAll(async () => {
		server = await serveFolder(tinySite(), '/docs');
	});
	afterAll(() => {
		server.close();
	});
	const get = async (path: string): Promise<[number, string]> => {
		const response = await fetch(server.address + path);
		return [response.status, await response.text()];
	};

	test('answers below its path, and in the language of a missing page', async () => {
		expect(await get('/')).toEqual([200, 'home']);
		expect(await get('/nowhere/')).toEqual([404, 'not here']);
		expect(await get('/fr/nowhere/')).toEqual([404, 'pas ici']);
	});

	test('leads from the root to its path', async () => {
		const response = await fetch(new URL('/', server.address), { redirect: 'manual' });
		expect([response.status, response.headers.get('location')]).toEqual([302, '/docs/']);
	});

	test('says where the home pages are', () => {
		expect(server.output).toContain(`English             ${server.address}/\n`);
		expect(server.output).toContain(`Português (Brasil)  ${server.address}/pt-br/\n`);
	});
});

test('a taken port is one sentence with a way out', async () => {
	const other = createServer().listen(0);
	const { port } = other.address() as { port: number };
	const { status, stdout, stderr } = serve(tinySite(), { PORT: String(port) });
	await new Promise((resolve) => other.close(resolve));
	expect(status).toBe(1);
	expect(stdout).toBe('');
	expect(stderr).toBe(
		`Port ${port} is taken. Stop the program that uses it, or choose another port: PORT=${port + 1} npm start\n`,
	);
});

test('a port that is none, and a site that is not built, are one sentence each', () => {
	expect(serve(tinySite(), { PORT: 'http' })).toEqual({
		status: 1,
		stdout: '',
		stderr: 'PORT is `http`, not a port number. Set it to one from 1 to 65535.\n',
	});
	expect(serve(scratchFolder('empty'), {}).stderr).toMatch(
		/^There is no built site in .*empty-\w+\. Run `npm run build` first\.\n$/,
	);
});
