import { execFileSync } from 'node:child_process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readSamples, sampleCode } from '../read-samples.ts';
import { startRegistry } from '../start-registry.ts';
import { startProcess } from '../start-process.ts';
import { curious, npmProject } from './npm-project.ts';

const PAGE = 'going-to-production/install-with-npm-ci';
const [major = 0, minor = 0] = execFileSync('npm', ['--version'], { encoding: 'utf8' })
	.split('.')
	.map(Number);
const isAtLeast = (otherMajor: number, otherMinor: number): boolean =>
	major > otherMajor || (major === otherMajor && minor >= otherMinor);
const TOKEN = { NPM_TOKEN: 'made up' };
const MONEY = { money: '^1.0.0' };
const MANIFEST = { name: 'shop', version: '1.0.0', dependencies: MONEY };

describe('after a new version of a dependency of a dependency', () => {
	test('the avoided image gets it, and `npm ci` does not', async () => {
		const { registry, shop } = await startShop();
		expect(await shop.npm(['install'])).toMatchObject({ code: 0 });
		const tested = shop.installed();
		registry.publish(curious('tax', '1.0.1', 0));

		expect(sampleCode(`${PAGE} Avoid .dockerignore`)).toMatch(/^package-lock\.json$/m);
		const lockfile = shop.read('package-lock.json');
		// What an image begins with.
		shop.remove('package-lock.json');
		shop.remove('node_modules');
		const { output } = await shop.npm(runOf('Avoid'), TOKEN);
		expect(output.includes('tax@1.0.1')).toBe(isAtLeast(11, 16));
		expect(shop.installed()).toEqual({ money: '1.0.0', tax: '1.0.1' });
		expect(shop.read('tax-saw')).toBe(major < 12 ? 'made up' : '');

		shop.write('package-lock.json', lockfile);
		shop.remove('tax-saw');
		expect(await shop.npm(runOf('Prefer'), TOKEN)).toMatchObject({ code: 0 });
		expect(shop.installed()).toEqual(tested);
		expect(shop.read('tax-saw')).toBe('');
		expect(shop.read('package-lock.json')).toBe(lockfile);
	});

	test.skipIf(!isAtLeast(11, 10))(
		'a waiting time keeps it out of a new lockfile, and not out of `npm ci`',
		async () => {
			const { registry, shop } = await startShop();
			registry.publish({ name: 'tax', version: '1.0.1', days: 0.1 });
			await shop.npm(['install']);
			const young = shop.read('package-lock.json');
			shop.remove('package-lock.json');
			shop.remove('node_modules');

			shop.write('.npmrc', sampleCode(`${PAGE} Prefer .npmrc`));
			await shop.npm(['install']);
			expect(shop.installed()).toEqual({ money: '1.0.0', tax: '1.0.0' });
			shop.write('package-lock.json', young);
			await shop.npm(['ci']);
			expect(shop.installed()).toEqual({ money: '1.0.0', tax: '1.0.1' });

			registry.publish({ name: 'tax', version: '1.0.2', days: 0.1 });
			const urgent = await shop.npm(['install', 'tax@1.0.2', '--min-release-age=0']);
			expect(urgent).toMatchObject({ code: 0 });
			expect(shop.installed()).toMatchObject({ tax: '1.0.2' });
		},
	);
});

describe('a lockfile', () => {
	test('that is missing or disagrees stops `npm ci`, and `npm install` writes it', async () => {
		const { registry, shop } = await startShop();
		const missing = await shop.npm(['ci']);
		expect(missing.code).toBe(1);
		expect(missing.output).toContain('EUSAGE');
		await shop.npm(['install']);
		const before = [shop.read('package-lock.json'), shop.installed()];
		registry.publish({ name: 'colors', version: '1.0.0', days: 100 });
		shop.write('package.json', { ...MANIFEST, dependencies: { ...MONEY, colors: '1.0.0' } });

		const [dryRun = ''] = commands('npm ci --dry-run').split('\n');
		for (const line of [dryRun, 'npm ci']) {
			const { code, output } = await shop.npm(wordsOf(line));
			expect(code).toBe(1);
			expect(output).toContain('EUSAGE');
			expect([shop.read('package-lock.json'), shop.installed()]).toEqual(before);
		}
		await shop.npm(['install']);
		expect(shop.read('package-lock.json')).not.toBe(before[0]);
	});

	test('keeps replaced archives out', async () => {
		const { registry, shop } = await startShop();
		await shop.npm(['install', '--package-lock-only']);
		registry.publish({ name: 'tax', version: '1.0.0', days: 100, files: { 'more.js': 'more' } });
		for (const command of ['ci', 'install']) {
			const { code, output } = await shop.npm([command]);
			expect(code).not.toBe(0);
			expect(output).toContain('EINTEGRITY');
		}
	});

	test('leaves out the tools of development where they are not wanted', async () => {
		const { registry, shop } = await startShop();
		registry.publish({ name: 'test-tool', version: '1.0.0', days: 100 });
		shop.write('package.json', { ...MANIFEST, devDependencies: { 'test-tool': '1.0.0' } });
		await shop.npm(['install', '--package-lock-only']);
		await shop.npm(['ci']);
		expect(Object.keys(shop.installed())).toContain('test-tool');
		await shop.npm(runOf('Prefer'));
		expect(Object.keys(shop.installed())).toEqual(['money', 'tax']);
		await shop.npm(['ci'], { NODE_ENV: 'production' });
		expect(Object.keys(shop.installed())).toEqual(['money', 'tax']);

		// From npm 12 on, a slip of the pen is an error.
		const { code, output } = await shop.npm(['ci', '--omitt=dev']);
		expect(code).toBe(major < 12 ? 0 : 1);
		expect(output.includes('--omitt')).toBe(major >= 11);
	});
});

describe('install scripts', () => {
	test.skipIf(!isAtLeast(11, 16))('run once somebody approved them', async () => {
		const { registry, shop } = await startShop();
		registry.publish(curious('image-tools', '2.1.0'));
		registry.publish(curious('banner', '1.4.0'));
		const decided = JSON.parse(sampleCode(`${PAGE} Prefer package.json`)) as object;
		shop.write('package.json', { ...decided, dependencies: undefined, allowScripts: undefined });
		shop.write('.npmrc', sampleCode(`${PAGE} Prefer .npmrc`));
		const refused = await shop.npm(['install', 'image-tools', 'banner']);
		expect(refused.code).toBe(1);
		expect(refused.output).toContain('ESTRICTALLOWSCRIPTS');

		const [install = '', ...decide] = commands('npm install image-tools').trim().split('\n');
		await shop.npm(wordsOf(install));
		const pending = await shop.npm(wordsOf(commands('npm approve-scripts --').split('\n')[0]!));
		expect(pending.output).toMatch(/banner@1\.4\.0[^]*image-tools@2\.1\.0/);
		for (const line of decide) expect(await shop.npm(wordsOf(line))).toMatchObject({ code: 0 });
		expect(JSON.parse(shop.read('package.json'))).toEqual(decided);
		expect(shop.read('image-tools-saw')).toBe('nothing');
		expect(shop.read('banner-saw')).toBe('');

		registry.publish(curious('image-tools', '2.1.1'));
		const next = await shop.npm(['update']);
		expect(next.code).toBe(1);
		expect(next.output).toContain('image-tools@2.1.1');

		shop.remove('image-tools-saw');
		await shop.npm(['ci', '--ignore-scripts']);
		expect(shop.read('image-tools-saw')).toBe('');
	});

	test('with `ignore-scripts`, own scripts lose those before and after them', async () => {
		const { shop } = await startShop();
		const log = (name: string): string => `node -e "console.log('ran ' + '${name}')"`;
		const scripts = { pretest: log('pretest'), test: log('test'), posttest: log('posttest') };
		shop.write('package.json', { name: 'shop', scripts });
		shop.write('.npmrc', 'ignore-scripts=true\n');
		const { output } = await shop.npm(['test']);
		expect(output.match(/ran \w+/g)).toEqual(['ran test']);
	});
});

test('the address of an archive is refused from npm 12 on', async () => {
	const { registry, shop } = await startShop();
	const other = await startRegistry();
	onTestFinished(() => other.stop());
	other.publish({ name: 'colors', version: '1.0.0', days: 100 });
	const address = `${other.url.replace('127.0.0.1', 'localhost')}colors/-/colors-1.0.0.tgz`;
	expect(new URL(address).host).not.toBe(new URL(registry.url).host);
	shop.write('package.json', { name: 'shop', dependencies: { colors: address } });
	const { code, output } = await shop.npm(['install']);
	expect(code).toBe(major < 12 ? 0 : 1);
	expect(output.includes('EALLOWREMOTE')).toBe(major >= 12);
});

test('`--legacy-peer-deps` accepts what a package declares incompatible', async () => {
	const { registry, shop } = await startShop();
	const peerDependencies = { money: '^2.0.0' };
	registry.publish({ name: 'plugin', version: '1.0.0', days: 9, manifest: { peerDependencies } });
	registry.publish({ name: 'money', version: '2.0.0', days: 9 });
	const dependencies = { ...MONEY, plugin: '1.0.0' };
	shop.write('package.json', { ...MANIFEST, dependencies });
	expect((await shop.npm(['install'])).output).toContain('ERESOLVE');
	await shop.npm(['install', '--legacy-peer-deps']);
	expect(shop.installed()).toMatchObject({ money: '1.0.0', plugin: '1.0.0' });
	expect(await shop.npm(['ci'])).toMatchObject({ code: 1 });
	expect(await shop.npm(['ci', '--legacy-peer-deps'])).toMatchObject({ code: 0 });
});

test('the checks find a lockfile that is not committed, or hidden from the image', async () => {
	const { shop } = await startShop();
	await shop.npm(['install', '--package-lock-only']);
	const check = commands('git ls-files');
	const run = async (): Promise<string> => {
		const script = `rm -rf .git && git init -q && git add . && ${check}`;
		const process = startProcess('sh', ['-c', script], { cwd: shop.path });
		await process.exited;
		return process.output();
	};
	shop.write('.dockerignore', 'node_modules\n');
	expect(await run()).toBe('package-lock.json\n');
	shop.write('.dockerignore', sampleCode(`${PAGE} Avoid .dockerignore`));
	shop.write('.gitignore', '*-lock.json\n');
	const hidden = await run();
	expect(hidden).toContain("'package-lock.json' did not match any file");
	expect(hidden).toMatch(/^3:package-lock/m);
});

/** A registry in which `money` needs `tax`, and a project that needs `money`. */
async function startShop() {
	const registry = await startRegistry();
	const shop = npmProject(registry.url);
	onTestFinished(async () => {
		shop.stop();
		await registry.stop();
	});
	const manifest = { dependencies: { tax: '^1.0.0' } };
	registry.publish({ name: 'tax', version: '1.0.0', days: 100 });
	registry.publish({ name: 'money', version: '1.0.0', days: 100, manifest });
	shop.write('package.json', MANIFEST);
	return { registry, shop };
}

/** What the Dockerfile of a section has npm do: `['ci', '--omit=dev']`. */
function runOf(section: 'Avoid' | 'Prefer'): string[] {
	const dockerfile = sampleCode(`${PAGE} ${section} Dockerfile`);
	return /^RUN (?:--mount=\S+ )?npm (.*)$/m.exec(dockerfile)![1]!.split(' ');
}

/** Arguments of npm: `wordsOf('npm ci --omit=dev')` => `['ci', '--omit=dev']` */
function wordsOf(command: string): string[] {
	return command.split(' ').slice(1);
}

/** The block of shell commands that begins so. */
function commands(beginning: string): string {
	const found = readSamples().find(
		({ page, language, code }) => page === PAGE && language === 'sh' && code.startsWith(beginning),
	);
	return found!.code;
}
