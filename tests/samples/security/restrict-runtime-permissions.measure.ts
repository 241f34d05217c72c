import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { measureFolder } from '../measure-folder.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { FOUR_MISTAKES } from './four-mistakes.ts';

const root = realpathSync(measureFolder({}));
for (const name of ['app', 'app/reports', 'secrets']) mkdirSync(join(root, name));
const app = join(root, 'app');
const packages = realpathSync(join(root, 'node_modules'));
for (const [file, text] of Object.entries({
	'secrets/key': 'secret',
	'app/package.json': '{ "type": "module" }',
	'app/server.js': FOUR_MISTAKES,
	'app/wait.js': 'setInterval(() => {}, 1000);',
	'app/fastify.js': `import Fastify from 'fastify';
const app = Fastify();
app.post('/', { schema: { body: { type: 'object' } } }, () => 'ok');
console.log((await app.inject({ method: 'POST', url: '/', payload: {} })).body);`,
	'app/express.js': `import express from 'express';
express().listen(0, () => process.exit());`,
	'app/pino.js': `import pino from 'pino';
pino(pino.transport({ target: 'pino/file' }));`,
	'app/piscina.js': `import { Piscina } from 'piscina';
new Piscina({ filename: import.meta.filename });`,
	'app/cat.js': `import { execFileSync } from 'node:child_process';
const key = '../secrets/key';
const read = "console.log(require('node:fs').readFileSync('" + key + "', 'utf8'))";
const attempt = (what, command, args) => {
	try { console.log(what, execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' }).trim()); }
	catch (error) { console.log(what, /ERR_\\w+/.exec(error.stderr ?? error.code)?.[0]); }
};
attempt('node', process.execPath, ['--eval', read]);
attempt('cat', 'cat', [key]);`,
	'app/addon.js': `process.dlopen({ exports: {} }, './none.node');`,
	'app/link.js': `import { readFileSync } from 'node:fs';
console.log(readFileSync('reports/link', 'utf8'));`,
}))
	writeFileSync(join(root, file), text);
symlinkSync(join(root, 'secrets/key'), join(app, 'reports/link'));
symlinkSync(packages, join(app, 'node_modules'), 'junction');

const permission = ['--permission', `--allow-fs-read=${app}`];
const withPackages = [...permission, `--allow-fs-read=${packages}`];
const major = Number.parseInt(process.versions.node, 10);
const network = major >= 26 ? ['--allow-net'] : [];

const other = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
await new Promise((resolve) => other.once('listening', resolve));
const otherPort = String((other.address() as AddressInfo).port);

for (const [name, args] of Object.entries({
	'no permissions': [],
	'read only': [...permission, ...network],
})) {
	const port = await freePort();
	const env = { PORT: String(port), OTHER_PORT: otherPort, NPM_TOKEN: 'secret' };
	const server = startProcess(process.execPath, [...args, 'server.js'], { cwd: app, env });
	await server.listening(port);
	for (const path of ['/read', '/write', '/shell', '/send'])
		console.log(
			`${name}, ${path}: ${await (await fetch(`http://localhost:${port}${path}`)).text()}`,
		);
	await server.kill('SIGKILL');
}
other.close();

/** What a program prints, or the error that ends it, and its exit code. */
async function run(what: string, args: readonly string[]): Promise<void> {
	const node = startProcess(process.execPath, args, { cwd: app, env: { PORT: '0' } });
	const { code } = await node.exited;
	const error = /EvalError|ERR_\w+|bad option/.exec(node.output())?.[0];
	console.log(`${what}: ${error ?? node.stdout().trim().replaceAll('\n', '; ')} (code ${code})`);
}
if (major >= 26) await run('listen without --allow-net', [...permission, 'server.js']);
else await run('--allow-net', ['--allow-net', 'wait.js']);
await run('--experimental-permission', ['--experimental-permission', '--version']);
const children = startProcess(
	process.execPath,
	[...permission, '--allow-child-process', 'cat.js'],
	{
		cwd: app,
	},
);
await children.exited;
console.log(
	`a file outside, read by child processes: ${children.stdout().trim().replaceAll('\n', '; ')}`,
);
await run('a symbolic link that leads outside', [...permission, 'link.js']);
if (major > 22) await run('a native addon in audit mode', ['--permission-audit', 'addon.js']);
const noStrings = '--disallow-code-generation-from-strings';
await run(`Express with ${noStrings}`, [noStrings, 'express.js']);
await run(`Fastify with ${noStrings}`, [noStrings, 'fastify.js']);
await run('a transport of pino without --allow-worker', [...withPackages, 'pino.js']);
await run('Piscina without --allow-worker', [...withPackages, 'piscina.js']);

for (const args of [[], permission, ['--disable-sigusr1']]) {
	const node = startProcess(process.execPath, [...args, 'wait.js'], { cwd: app });
	await delay(500);
	process.kill(node.pid, 'SIGUSR1');
	await delay(500);
	const opened = /Debugger listening on ws:\/\/[\d.]+:\d+/.exec(node.output())?.[0];
	console.log(`SIGUSR1, ${args[0] ?? 'no options'}: ${opened ?? 'no debugger'}`);
	await node.kill('SIGKILL');
}
