import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { readSamples } from '../read-samples.ts';
import { test as base } from '../sample-test.ts';
import { buildImage, imageProblem } from './build-image.ts';
import { leaksOf } from './environment-leaks.ts';
import { rotatePassword } from './password-rotation.ts';
import { startPrivateRegistry } from './private-registry.ts';

const PAGE = 'containers/keep-secrets-out-of-images';
const TOKEN = 'canary-token-4711';
const PACKAGE = 'module.exports = "canary-package-4711";\n';

const test = base
	// eslint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from it.
	.extend('registry', async ({}, { onCleanup }) => {
		const registry = await startPrivateRegistry(TOKEN, PACKAGE);
		onCleanup(() => registry.stop());
		return registry;
	})
	/**
	 * A project with a private dependency and a `.env`. It lies beside the `node_modules` of the
	 * scratch folder, whose contents `npm ci` would delete.
	 */
	.extend('project', ({ folder, registry }) => {
		mkdirSync(join(folder.path, 'project'));
		folder.file('project/package.json', '{ "dependencies": { "@shop/price": "1.0.0" } }');
		folder.file('project/package-lock.json', registry.lockfile);
		folder.file('project/server.js', 'console.log(require("@shop/price"));\n');
		folder.file('project/.env', 'DATABASE_PASSWORD=canary-env-4711\n');
		return {
			path: join(folder.path, 'project'),
			/** Writes a sample that asks the registry of this test, and no other. */
			sample(section: string, title: string) {
				folder.sample(`${PAGE} ${section} ${title}`, `project/${title}`, (code) =>
					code
						// Steps run the programs of this machine in an empty image.
						.replace(/^FROM .*/m, 'FROM scratch')
						.replaceAll('https://npm.example.com', `http://${registry.host}`)
						.replaceAll('npm.example.com', registry.host)
						.replaceAll('npm ci', 'npm ci --no-audit --no-update-notifier'),
				);
			},
		};
	})
	/** Builds the image of the project, and tells whether the page's script finds a value in it. */
	.extend('build', ({ folder, project, skip }) => {
		const problem = imageProblem();
		skip(problem !== undefined, problem);
		folder.sample(`${PAGE} How to check find-secret.sh`);
		return async (...options: string[]) => {
			await buildImage(project.path, options, join(folder.path, 'image.tar'));
			return async (secret: string) => {
				const args = ['find-secret.sh', 'image.tar'];
				const search = folder.start('sh', args, { env: { SECRET: secret } });
				const { code } = await search.exited;
				expect(search.output()).toMatch(code === 0 ? /value: none/ : /value: .*image/);
				return code === 1;
			};
		};
	});

describe('an image', () => {
	test('keeps what its build was given and has deleted', async ({ project, build }) => {
		project.sample('Avoid', 'Dockerfile');
		const holds = await build('--build-arg', `NPM_TOKEN=${TOKEN}`);
		expect(await holds(TOKEN)).toBe(true);
		expect(await holds('correct-horse')).toBe(true);
		expect(await holds('canary-env-4711')).toBe(true);
	});

	test('keeps nothing of a secret mount, nor of what is ignored', async ({
		folder,
		project,
		build,
	}) => {
		for (const title of ['Dockerfile', '.npmrc']) project.sample('Prefer', title);
		folder.sample(`${PAGE} Prefer .dockerignore`, 'project/.dockerignore');
		folder.file('token', TOKEN);
		const holds = await build('--secret', `id=npm_token,src=${join(folder.path, 'token')}`);
		expect(await holds('canary-package-4711')).toBe(true);
		expect(await holds(TOKEN)).toBe(false);
		expect(await holds('canary-env-4711')).toBe(false);
	});
});

describe('`npm ci` with the name of a variable in `.npmrc`', () => {
	test('installs where the variable holds the token, and only there', async ({
		folder,
		project,
	}) => {
		project.sample('Prefer', '.npmrc');
		const install = (token: Record<string, string>) => {
			const env = { npm_config_cache: join(folder.path, 'cache'), ...token };
			const args = ['ci', '--no-audit', '--no-update-notifier'];
			return folder.start('npm', args, { cwd: project.path, env });
		};

		const without = install({});
		expect((await without.exited).code).toBe(1);
		expect(without.output()).toContain('E401');
		expect(existsSync(join(project.path, 'node_modules/@shop/price'))).toBe(false);

		const withToken = install({ NPM_TOKEN: TOKEN });
		expect((await withToken.exited).code, withToken.output()).toBe(0);
		const server = folder.node(['project/server.js']);
		await server.exited;
		expect(server.stdout()).toBe('canary-package-4711\n');
	});
});

describe.skipIf(process.platform !== 'linux')('a secret at run time', () => {
	test('shows in many places from the environment, and in none from a file', () => {
		expect(leaksOf('environment')).toEqual({
			childProcess: true,
			report: true,
			reportWithoutEnvironment: false,
			procEnviron: true,
		});
		expect(new Set(Object.values(leaksOf('file')))).toEqual(new Set([false]));
	});
});

describe('a rotated password', () => {
	test('is found in a file', async ({ folder, redis }) => {
		folder.sample(`${PAGE} Prefer cache.js`);
		expect(await rotatePassword(folder.path, redis.url)).toEqual(['PONG', 'PONG']);
	});

	test('is not found in the environment', async ({ folder, redis }) => {
		folder.sample(`${PAGE} Avoid cache.js`);
		const [before, after] = await rotatePassword(folder.path, redis.url);
		expect(before).toBe('PONG');
		expect(after).toMatch(/NOAUTH|WRONGPASS/);
	});
});

describe('the repository and the package', () => {
	test('git tells of a `.env` that was committed once', async ({ folder }) => {
		const run = async (command: string) => {
			const git = folder.start('sh', ['-c', command]);
			expect((await git.exited).code, git.output()).toBe(0);
			return git.stdout();
		};
		const samples = readSamples().filter(({ page }) => page === PAGE);
		const check = samples.find(({ code }) => code.startsWith('git log '))!.code.split('\n')[0]!;
		const me = '-c user.name=test -c user.email=test@example.com';
		await run(`git init -q && git ${me} commit -q --allow-empty -m first`);
		expect(await run(check)).toBe('');
		folder.file('.env', 'SECRET=1\n');
		await run(`git add -f .env && git ${me} commit -q -m settings`);
		await run(`git rm -q .env && git ${me} commit -q -m remove`);
		expect((await run(check)).trim().split('\n')).toHaveLength(2);
	});

	test('`npm pack` takes a `.env` along, and `files` keeps it out', async ({ project, folder }) => {
		project.sample('Prefer', '.npmrc');
		const packed = async () => {
			const npm = folder.start('npm', ['pack', '--dry-run', '--json'], { cwd: project.path });
			expect((await npm.exited).code, npm.output()).toBe(0);
			const [{ files }] = JSON.parse(npm.stdout()) as [{ files: { path: string }[] }];
			return files.map(({ path }) => path);
		};
		const manifest = { name: 'web', version: '1.0.0' };
		folder.file('project/package.json', JSON.stringify(manifest));
		expect(await packed()).toContain('.env');
		expect(await packed()).not.toContain('.npmrc');
		folder.file('project/package.json', JSON.stringify({ ...manifest, files: ['server.js'] }));
		expect(await packed()).toEqual(['package.json', 'server.js']);
	});
});
