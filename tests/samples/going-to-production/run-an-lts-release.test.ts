import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test as plainTest } from 'vitest';
import { readSamples, sampleCode } from '../read-samples.ts';
import { test, type SampleFolder } from '../sample-test.ts';
import { npmProject } from './npm-project.ts';

const PAGE = 'going-to-production/run-an-lts-release';
const CHECK = `${PAGE} Prefer check-node-release.js`;

describe('why a line is left', () => {
	test('Express decodes Brotli before the code sees a body', async ({ folder }) => {
		folder.file(
			'app.js',
			`import { brotliCompressSync } from 'node:zlib';
			import express from 'express';
			const app = express();
			app.use(express.json());
			app.post('/', (req, res) => res.send(req.body.word));
			const server = app.listen(0, async () => {
				const answer = await fetch('http://localhost:' + server.address().port, {
					method: 'POST',
					headers: { 'content-type': 'application/json', 'content-encoding': 'br' },
					body: brotliCompressSync(JSON.stringify({ word: 'decoded' })),
				});
				console.log(await answer.text());
				server.close();
			});`,
		);
		const app = folder.node(['app.js']);
		await app.exited;
		expect(app.output()).toBe('decoded\n');
	});

	plainTest.for(['connect-redis', 'undici', '@opentelemetry/sdk-node'])(
		'%s demands Node.js 22',
		(name) => {
			const { resolve } = createRequire(import.meta.url);
			const folder = resolve.paths(name)!.map((path) => join(path, name, 'package.json'));
			const manifest = folder.flatMap((path) => readIfThere(path))[0]!;
			const { engines } = JSON.parse(manifest) as { engines: { node: string } };
			expect(engines.node).toMatch(/^>= ?22/);
		},
	);
});

test('rules about even and odd numbers pass a line without fixes, and stop one with LTS', async ({
	folder,
}) => {
	folder.sample(`${PAGE} Avoid check-node.js`);
	const ended = pretend(folder, 'v20.20.2', ['check-node.js']);
	expect(await ended.exited).toMatchObject({ code: 0 });
	const coming = pretend(folder, 'v27.3.0', ['check-node.js']);
	expect(await coming.exited).toMatchObject({ code: 1 });
	expect(coming.output()).toContain('Node.js 27 has no long-term support');
});

describe('the declared line', () => {
	plainTest('is the line of the image', () => {
		const { engines } = JSON.parse(sampleCode(`${PAGE} Prefer package.json`)) as {
			engines: { node: string };
		};
		const [, line] = /^FROM node:(\d+)-/.exec(sampleCode(`${PAGE} Prefer Dockerfile`))!;
		const [, lowest, beyond] = /^>=(\d+)\.\d+\.\d+ <(\d+)$/.exec(engines.node)!;
		expect([lowest, beyond]).toEqual([line, String(Number(line) + 1)]);
	});

	test.for([
		['v24.22.1', 0],
		['v24.22.0', 1],
		['v25.9.0', 1],
		['v22.23.4', 1],
	] as const)('lets npm work on %s: exit code %i', async ([version, code], { folder }) => {
		const shop = npmProject('http://localhost:1/');
		onTestFinished(() => {
			shop.stop();
		});
		shop.write('package.json', sampleCode(`${PAGE} Prefer package.json`));
		const lockfile = { name: 'shop', version: '1.0.0', lockfileVersion: 3, packages: {} };
		shop.write('package-lock.json', lockfile);
		const env = { NODE_OPTIONS: `--import ${pretence(folder, version)}` };

		shop.write('.npmrc', sampleCode(`${PAGE} Prefer .npmrc`));
		const strict = await shop.npm(['ci', '--omit=dev'], env);
		expect(strict.code).toBe(code);
		expect(strict.output.includes('EBADENGINE')).toBe(code === 1);

		if (code === 0) return;
		shop.remove('.npmrc');
		const lenient = await shop.npm(['ci', '--omit=dev'], env);
		expect(lenient.code).toBe(0);
		expect(lenient.output).toContain('EBADENGINE');
	});
});

describe('the check of the schedule', () => {
	const RELEASES = [
		{ version: 'v26.2.0', security: true },
		{ version: 'v24.22.1', security: true },
		{ version: 'v24.22.0', security: false },
		{ version: 'v24.9.0', security: true },
		{ version: 'v22.23.4', security: true },
	];
	/** A line that became LTS a year ago. */
	const lts = (daysLeft: number) => ({ lts: day(-365), end: day(daysLeft) });

	test('prints what the page says', async ({ folder }) => {
		const check = await ask(folder, 'v24.22.0', { v24: lts(500) }, RELEASES);
		const printed = readSamples().find(
			({ page, language }) => page === PAGE && language === 'text',
		)!.code;
		expect(check).toEqual({ code: 1, output: printed });
	});

	test.for([
		['the newest patch', 'v24.22.1', lts(500), 0, ''],
		['a line that will soon end', 'v24.22.1', lts(100), 0, `v24 ends on ${day(100)}`],
		['a line that has ended', 'v20.20.2', lts(-1), 1, `no fixes since ${day(-1)}`],
		['a line before its LTS', 'v26.2.0', { lts: day(9), end: day(900) }, 1, 'v26 is not LTS'],
		['a line without LTS', 'v25.9.0', { end: day(60) }, 1, 'v25 is not LTS'],
		['a line that nobody knows', 'v99.0.0', undefined, 1, 'v99 is not LTS'],
	] as const)('%s', async ([, version, dates, code, printed], { folder }) => {
		const line = version.split('.')[0]!;
		const check = await ask(folder, version, { [line]: dates }, RELEASES);
		expect(check.code).toBe(code);
		if (printed) expect(check.output).toContain(printed);
		else expect(check.output).toBe('');
	});

	test('a missed release without security fixes is no problem', async ({ folder }) => {
		const later = [{ version: 'v24.23.0', security: false }, ...RELEASES];
		const check = await ask(folder, 'v24.22.1', { v24: lts(500) }, later);
		expect(check).toEqual({ code: 0, output: '' });
	});

	test('fails when the schedule does not answer', async ({ folder }) => {
		const check = await ask(folder, 'v24.22.1', undefined, RELEASES);
		expect(check.code).toBe(1);
		expect(check.output).toContain('status 500');
	});
});

/** Runs the check as that version, against this schedule and these releases. */
async function ask(
	folder: SampleFolder,
	version: string,
	schedule: object | undefined,
	releases: readonly object[],
) {
	const server = createServer((req, res) => {
		if (!schedule) res.writeHead(500).end();
		else res.end(JSON.stringify(req.url === '/schedule.json' ? schedule : releases));
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	onTestFinished(() => {
		server.close();
	});
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	folder.sample(CHECK, 'check-node-release.js', (code) =>
		code
			.replace('https://raw.githubusercontent.com/nodejs/Release/main', address)
			.replace('https://nodejs.org/dist', address),
	);
	const check = pretend(folder, version, ['check-node-release.js']);
	const { code } = await check.exited;
	return { code, output: check.output() };
}

/** Starts Node.js so that it takes itself for another version. */
function pretend(folder: SampleFolder, version: string, args: readonly string[]) {
	return folder.node(['--import', pretence(folder, version), ...args]);
}

function pretence(folder: SampleFolder, version: string): string {
	const versions = `{ ...process.versions, node: '${version.slice(1)}' }`;
	folder.file(
		'pretend.mjs',
		`Object.defineProperty(process, 'version', { value: '${version}' });
		Object.defineProperty(process, 'versions', { value: ${versions} });`,
	);
	return pathToFileURL(join(folder.path, 'pretend.mjs')).href;
}

/** The day so many days from now: `2026-11-20`. */
function day(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function readIfThere(path: string): string[] {
	try {
		return [readFileSync(path, 'utf8')];
	} catch {
		return [];
	}
}
