import { execFileSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { sampleCode } from '../read-samples.ts';
import { test as base } from '../sample-test.ts';
import { buildStages } from './build-stages.ts';
import { dockerContext, findDockerClient } from './docker-context.ts';

const PAGE = 'containers/build-small-images';

/** Tests with a project in `context`, whose two packages lie beside it: nothing is downloaded. */
const test = base
	// eslint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from it.
	.extend('project', { scope: 'file' }, ({}, { onCleanup }) => {
		const project = scratchFolder(onCleanup);
		writePackage(project, 'greeting', { 'index.js': `module.exports = 'hello';` });
		writePackage(project, 'compiler', {
			'tsc.js': `#!/usr/bin/env node
				require('node:fs').cpSync('src', 'dist', { recursive: true });`,
		});
		write(join(project, 'context'), {
			'package.json': JSON.stringify({
				name: 'web',
				type: 'module',
				scripts: { build: 'tsc' },
				dependencies: { greeting: 'file:../greeting-1.0.0.tgz' },
				devDependencies: { compiler: 'file:../compiler-1.0.0.tgz' },
			}),
			'tsconfig.json': '{}',
			'src/server.js': `import greeting from 'greeting';
				console.log(greeting, process.env.NODE_ENV);
				setInterval(() => {}, 1_000);`,
			// What must not get into an image:
			'.env': 'TOKEN=secret',
			'.git/config': '',
			'.npmrc': '',
			'coverage/index.html': '',
			'server.pem': '',
			'src/.env.local': 'TOKEN=secret',
			'src/deep/client.pem': '',
		});
		npm(join(project, 'context'), 'install', '--package-lock-only');
		return project;
	})
	.extend('context', ({ project }, { onCleanup }) => {
		const scratch = scratchFolder(onCleanup);
		cpSync(project, scratch, { recursive: true });
		return join(scratch, 'context');
	});

describe('the context', () => {
	test('holds only what the build needs', async ({ context, skip }) => {
		skip(!findDockerClient(), 'needs the client `docker`; a daemon is not needed');
		write(context, {
			Dockerfile: sampleCode(`${PAGE} Prefer Dockerfile`),
			'.dockerignore': sampleCode(`${PAGE} Prefer .dockerignore`),
		});
		expect(await dockerContext(context)).toEqual([
			// Docker's client always sends these two, and no `COPY` sees them.
			'.dockerignore',
			'Dockerfile',
			'package-lock.json',
			'package.json',
			'src/server.js',
			'tsconfig.json',
		]);
	});

	test('holds everything without a .dockerignore', async ({ context, skip }) => {
		skip(!findDockerClient(), 'needs the client `docker`; a daemon is not needed');
		write(context, { Dockerfile: sampleCode(`${PAGE} Avoid Dockerfile`) });
		const files = await dockerContext(context);
		expect(files).toEqual(expect.arrayContaining(['.env', '.git/config', 'server.pem']));
	});
});

describe('stages', () => {
	test('ship the built code and its packages, and the service starts', async ({
		folder,
		context,
	}) => {
		const image = buildStages(sampleCode(`${PAGE} Prefer Dockerfile`), context);
		expect(readdirSync(image.app).sort()).toEqual(['dist', 'node_modules', 'package.json']);
		expect(packages(image.app)).toEqual(['greeting']);
		expect(image.user).toBe('1000');

		const [command, ...args] = image.command;
		expect(command).toBe('node');
		const service = folder.node(args, { cwd: image.app, env: image.env });
		await service.printed(/hello production/);
	});

	test('install before they copy what changes often', ({ context }) => {
		const { runs } = buildStages(sampleCode(`${PAGE} Prefer Dockerfile`), context);
		const installs = runs.filter(({ command }) => command.startsWith('npm ci'));
		expect(installs).toHaveLength(2);
		for (const { before } of installs)
			expect(before).toEqual(['package-lock.json', 'package.json']);
	});

	test('show a package that is missing at run time', async ({ folder, context }) => {
		write(context, { 'src/server.js': `import 'compiler';` });
		const { app, command } = buildStages(sampleCode(`${PAGE} Prefer Dockerfile`), context);
		const service = folder.node(command.slice(1), { cwd: app });
		await service.exited;
		expect(service.output()).toContain('ERR_MODULE_NOT_FOUND');
	});
});

describe('one stage', () => {
	test('ships secrets, sources and packages of the development', ({ context }) => {
		const { app, runs } = buildStages(sampleCode(`${PAGE} Avoid Dockerfile`), context);
		expect(readdirSync(app)).toEqual(
			expect.arrayContaining(['.env', '.git', 'server.pem', 'src', 'coverage']),
		);
		expect(packages(app)).toEqual(['compiler', 'greeting']);
		// A change of the code changes what the installation depends on.
		expect(runs[0]).toMatchObject({ command: 'npm install' });
		expect(runs[0]!.before).toContain('src');
	});

	test('cannot build after NODE_ENV=production', ({ context }) => {
		const early = `FROM node\nCOPY . .\n${sampleCode(`${PAGE} Avoid early.Dockerfile`)}`;
		expect(() => buildStages(early, context)).toThrow(expect.objectContaining({ status: 127 }));
		expect(existsSync(join(dirname(context), 'stage-0/node_modules/greeting'))).toBe(true);
	});
});

test('how to check: the service runs without packages of the development', ({ context }) => {
	const check = sampleCode(`${PAGE} How to check check.sh`).replace('timeout 5', 'timeout 1');
	const run = (script: string) =>
		execFileSync('sh', ['-ec', script], { cwd: context, stdio: 'pipe' });
	run(check);
	expect(packages(context)).toEqual(['greeting']);
	expect(() => run(check.replace('dist/server.js', 'dist/lost.js'))).toThrow(/lost\.js/);
});

function packages(app: string): string[] {
	return readdirSync(join(app, 'node_modules')).filter((name) => !name.startsWith('.'));
}

/** Apart from the packages of this project, which npm would find in a folder above. */
function scratchFolder(onCleanup: (remove: () => void) => void): string {
	const scratch = mkdtempSync(join(tmpdir(), 'handbook-image-'));
	onCleanup(() => {
		rmSync(scratch, { recursive: true, force: true });
	});
	return scratch;
}

/** Packs a package for the project, as the registry would deliver it. */
function writePackage(scratch: string, name: string, files: Record<string, string>): void {
	const bin = files['tsc.js'] ? { tsc: 'tsc.js' } : {};
	const description = JSON.stringify({ name, version: '1.0.0', bin });
	write(join(scratch, 'packages', name), { 'package.json': description, ...files });
	npm(scratch, 'pack', `./packages/${name}`);
}

function write(folder: string, files: Record<string, string>): void {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
}

function npm(cwd: string, ...args: string[]): void {
	execFileSync('npm', [...args, '--offline'], { cwd, stdio: 'pipe' });
}
