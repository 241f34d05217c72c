import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { shellBlock, shellEnvironment } from '../shell-block.ts';
import { sampleCode } from '../read-samples.ts';
import { test as base, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { FOUR_MISTAKES } from './four-mistakes.ts';

const PAGE = 'security/restrict-runtime-permissions';
/** What the image starts, with the folder of the test in place of `/app`. */
const START = JSON.parse(
	(/^CMD (.*)$/ms.exec(sampleCode(`${PAGE} Prefer Dockerfile`))?.[1] ?? '').replaceAll('\\\n', ''),
) as string[];

const test = base
	/** A folder with an application in `app`, and a key beside it. */
	.extend('app', ({ folder }) => {
		const root = realpathSync(folder.path);
		for (const name of ['app', 'app/reports', 'secrets']) mkdirSync(join(root, name));
		writeFileSync(join(root, 'secrets/key'), 'secret');
		writeFileSync(join(root, 'app/package.json'), '{ "type": "module" }');
		return join(root, 'app');
	});

describe('a service with mistakes', () => {
	test('commits all of them without permissions, or with all', async ({ folder, app }) => {
		writeFileSync(join(app, 'server.js'), FOUR_MISTAKES);
		expect(await mistakes(folder, app, ['node', 'server.js'])).toEqual({
			'/read': 'secret',
			'/write': 'written',
			'/shell': 'command',
		});
		const generous = sampleCode(`${PAGE} Avoid start.sh`).replaceAll('\\\n', '').split('\n')[1]!;
		expect(await mistakes(folder, app, generous.split(/ +/))).toEqual({
			'/read': 'secret',
			'/write': 'written',
			'/shell': 'command',
		});
	});

	test('is stopped by the command of the image', async ({ folder, app }) => {
		writeFileSync(join(app, 'server.js'), FOUR_MISTAKES);
		expect(await mistakes(folder, app, START)).toEqual({
			'/read': 'ERR_ACCESS_DENIED',
			'/write': 'ERR_ACCESS_DENIED',
			'/shell': 'ERR_ACCESS_DENIED',
		});
		expect(existsSync(join(app, 'written.js'))).toBe(false);
	});
});

test('Express serves under the command of the image', async ({ folder, app }) => {
	const packages = realpathSync(join(folder.path, 'node_modules'));
	symlinkSync(packages, join(app, 'node_modules'), 'junction');
	writeFileSync(
		join(app, 'server.js'),
		`import express from 'express';
		const app = express();
		app.get('/', (req, res) => res.send(String({}.__proto__)));
		app.listen(process.env.PORT);`,
	);
	const port = await start(folder, app, [...START, `--allow-fs-read=${packages}`]);
	expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('undefined');
});

describe('a shell', () => {
	test('runs a command in a file name', async ({ folder }) => {
		const { stdout, code } = await pack(folder, 'Avoid', 'x; echo injected');
		expect({ stdout, code }).toMatchObject({ stdout: 'injected\n', code: 0 });
	});

	test.for([['x; echo injected'], ['--help'], ['-V']])(
		'is not there to read %j, which is a name and nothing else',
		async ([name = ''], { folder }) => {
			const { stdout, output, code } = await pack(folder, 'Prefer', name);
			expect(code).toBe(1);
			expect(stdout).toBe('');
			expect(output).toContain('gzip');
		},
	);

	test('is not needed to pack a file', async ({ folder }) => {
		const { stdout, code } = await pack(folder, 'Prefer', 'may.txt');
		expect(code).toBe(0);
		expect(gunzipSync(Buffer.from(stdout.trim(), 'base64')).toString()).toBe('a report');
		const outside = await pack(folder, 'Prefer', '../secret.txt');
		expect(outside.output).toContain('RangeError');
	});
});

test('a rule in node:vm reads the environment', async ({ folder }) => {
	folder.sample(`${PAGE} Avoid rules.js`);
	const rule = "order.constructor.constructor('return process')().env.NPM_TOKEN";
	folder.file(
		'use.js',
		`import { evaluate } from './rules.js';
		console.log(evaluate(${JSON.stringify(rule)}, { total: 1 }));`,
	);
	const use = folder.node(['use.js'], { env: { NPM_TOKEN: 'secret' } });
	await use.exited;
	expect(use.stdout()).toBe('secret\n');
});

test('the audit names what the service needs, once, and denies nothing', async ({
	folder,
	app,
	skip,
}) => {
	skip(process.versions.node.startsWith('22.'), 'Node.js 22 has no --permission-audit');
	writeFileSync(join(app, 'server.js'), FOUR_MISTAKES);
	writeFileSync(join(app, 'permission-audit.js'), sampleCode(`${PAGE} Prefer permission-audit.js`));
	const port = await freePort();
	const server = folder.start('sh', ['-c', `exec ${sampleCode(`${PAGE} Prefer audit.sh`)}`], {
		cwd: app,
		env: { ...shellEnvironment, PORT: String(port) },
	});
	await server.listening(port);
	for (const path of ['/read', '/read', '/write', '/shell']) await ask(port, path);
	const needs = server.output().match(/^needs .*/gm) ?? [];
	const key = join(dirname(app), 'secrets/key');
	expect(needs.filter((need) => need.endsWith(key))).toEqual([`needs FileSystemRead ${key}`]);
	expect(needs).toContain(`needs FileSystemWrite ${join(app, 'written.js')}`);
	expect(needs.join()).toContain('needs ChildProcess');
	expect(await ask(port, '/read')).toBe('secret');
});

describe('how to check', () => {
	test('prints what the page says', async ({ folder }) => {
		const shell = folder.start('sh', ['-c', shellBlock(PAGE, '/etc', 0)], {
			env: shellEnvironment,
		});
		expect((await shell.exited).code).toBe(1);
		expect(shell.stdout()).toBe('false\n');
		expect(shell.output()).toContain('ERR_ACCESS_DENIED');
		expect(existsSync(join(folder.path, 'test.txt'))).toBe(false);
	});

	test('a service asks itself', async ({ folder }) => {
		folder.sample(`${PAGE} How to check require-permissions.js`);
		const limited = ['--permission', '--allow-fs-read=.', 'require-permissions.js'];
		expect((await folder.node(limited).exited).code).toBe(0);
		for (const args of [[], ['--permission', '--allow-fs-read=*', '--allow-fs-write=*']]) {
			const node = folder.node([...args, 'require-permissions.js']);
			expect((await node.exited).code).toBe(1);
		}
	});
});

/** Commits the mistakes that need no other host, and returns what came of each. */
async function mistakes(folder: SampleFolder, app: string, command: readonly string[]) {
	const port = await start(folder, app, command);
	const paths = ['/read', '/write', '/shell'];
	const results = await Promise.all(paths.map((path) => ask(port, path)));
	return Object.fromEntries(paths.map((path, index) => [path, results[index]]));
}

/** Starts `node …` in the folder of the application. */
async function start(folder: SampleFolder, app: string, command: readonly string[]) {
	const port = await freePort();
	const [node, ...args] = command.map((part) => part.replace('/app', app));
	expect(node).toBe('node');
	// The commands of the page are for Node.js 24: later ones deny the network too.
	const deniesNetwork =
		args.includes('--permission') && Number.parseInt(process.versions.node, 10) > 24;
	const added = deniesNetwork ? ['--allow-net'] : [];
	// Node.js reads its options before the name of the script.
	const sorted = [...args.filter((arg) => arg !== 'server.js'), ...added, 'server.js'];
	const options = { cwd: app, env: { PORT: String(port) } };
	await folder.node(sorted, options).listening(port);
	return port;
}

async function ask(port: number, path: string): Promise<string> {
	return (await fetch(`http://localhost:${port}${path}`)).text();
}

async function pack(folder: SampleFolder, section: string, name: string) {
	folder.sample(`${PAGE} ${section} pack-report.js`);
	mkdirSync(join(folder.path, 'reports'), { recursive: true });
	folder.file('reports/may.txt', 'a report');
	folder.file(
		'use.js',
		`import { packReport } from './pack-report.js';
		const packed = await packReport(${JSON.stringify(name)});
		process.stdout.write(Buffer.isBuffer(packed) ? packed.toString('base64') : packed);`,
	);
	const use = folder.node(['use.js']);
	const { code } = await use.exited;
	return { code, stdout: use.stdout(), output: use.output() };
}
