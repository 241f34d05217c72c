import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry, type Registry } from '../start-registry.ts';
import { curious, npmProject, type NpmProject } from './npm-project.ts';

/** The newest of each line of npm that came with a supported line of Node.js, and the newest. */
const VERSIONS = ['10.9.9', '11.21.2', '12.2.0'];
const TOKEN = { NPM_TOKEN: 'made up' };
const DEPENDENCIES = { money: '^1.0.0' };

const home = mkdtempSync(join(tmpdir(), 'handbook-npm-versions-'));
try {
	for (const version of VERSIONS) {
		const folder = join(home, version);
		const install = ['install', '--silent', '--prefix', folder, `npm@${version}`];
		execFileSync('npm', install, { stdio: 'ignore' });
		await measure(version, join(folder, 'node_modules/npm/bin/npm-cli.js'));
	}
} finally {
	rmSync(home, { recursive: true, force: true });
}

async function measure(version: string, cli: string): Promise<void> {
	const questions: Readonly<Record<string, (shop: NpmProject, registry: Registry) => unknown>> = {
		'image with `npm install`, no lockfile': async (shop, registry) => {
			registry.publish(curious('tax', '1.0.1', 0.1));
			await shop.npm(['install'], TOKEN);
			return [shop.installed().tax, `script saw: ${shop.read('tax-saw') || 'did not run'}`];
		},
		'the same with `min-release-age=1`': async (shop, registry) => {
			registry.publish(curious('tax', '1.0.1', 0.1));
			await shop.npm(['install', '--min-release-age=1'], TOKEN);
			return shop.installed().tax;
		},
		'image with `npm ci`': async (shop, registry) => {
			await shop.npm(['install', '--package-lock-only']);
			registry.publish(curious('tax', '1.0.1', 0.1));
			await shop.npm(['ci'], TOKEN);
			return shop.installed().tax;
		},
		'`npm ci` of a young version, `min-release-age=1`': async (shop, registry) => {
			registry.publish({ name: 'tax', version: '1.0.1', days: 0.1 });
			await shop.npm(['install', '--package-lock-only']);
			await shop.npm(['ci', '--min-release-age=1']);
			return shop.installed().tax;
		},
		'`npm ci`, lockfile disagrees': async (shop, registry) => {
			await shop.npm(['install', '--package-lock-only']);
			registry.publish({ name: 'colors', version: '1.0.0', days: 100 });
			shop.write('package.json', { dependencies: { ...DEPENDENCIES, colors: '1.0.0' } });
			return codeOf(await shop.npm(['ci']));
		},
		'`npm ci`, no lockfile': async (shop) => codeOf(await shop.npm(['ci'])),
		'`npm ci`, replaced archive': async (shop, registry) => {
			await shop.npm(['install', '--package-lock-only']);
			registry.publish({ name: 'tax', version: '1.0.0', days: 100, files: { 'more.js': '' } });
			return codeOf(await shop.npm(['ci']));
		},
		'unapproved script, `strict-allow-scripts=true`': async (shop, registry) => {
			registry.publish(curious('tax', '1.0.1'));
			const answer = await shop.npm(['install', '--strict-allow-scripts'], TOKEN);
			return [codeOf(answer), `script saw: ${shop.read('tax-saw') || 'did not run'}`];
		},
		'unapproved script, `ignore-scripts=true`': async (shop, registry) => {
			registry.publish(curious('tax', '1.0.1'));
			await shop.npm(['install', '--ignore-scripts'], TOKEN);
			return `script saw: ${shop.read('tax-saw') || 'did not run'}`;
		},
		'unknown option': async (shop) => {
			await shop.npm(['install', '--package-lock-only']);
			return codeOf(await shop.npm(['ci', '--omitt=dev']));
		},
		'address of an archive': async (shop, registry) => {
			const archive = `${registry.url.replace('127.0.0.1', 'localhost')}tax/-/tax-1.0.0.tgz`;
			shop.write('package.json', { dependencies: { tax: archive } });
			return codeOf(await shop.npm(['install']));
		},
		'`npm ci`, `NODE_ENV=production`, tools installed': async (shop) => {
			shop.write('package.json', { devDependencies: { tax: '1.0.0' } });
			await shop.npm(['install', '--package-lock-only']);
			await shop.npm(['ci'], { NODE_ENV: 'production' });
			const production = shop.installed();
			await shop.npm(['ci'], { NODE_ENV: 'staging' });
			return `${JSON.stringify(production)}, and with \`staging\` ${JSON.stringify(shop.installed())}`;
		},
	};
	for (const [label, answer] of Object.entries(questions)) {
		const registry = await startRegistry();
		const shop = npmProject(registry.url, [process.execPath, cli]);
		registry.publish({ name: 'tax', version: '1.0.0', days: 100 });
		const manifest = { dependencies: { tax: '^1.0.0' } };
		registry.publish({ name: 'money', version: '1.0.0', days: 100, manifest });
		shop.write('package.json', { dependencies: DEPENDENCIES });
		const seen = await answer(shop, registry);
		console.log(`npm ${version}, ${label}: ${[seen].flat().join(', ')}`);
		shop.stop();
		await registry.stop();
	}
}

/** `exit code 1, EUSAGE` */
function codeOf({ code, output }: { code: number | null; output: string }): string {
	const name =
		/error code (E\w+)/.exec(output)?.[1] ?? (output.includes('warn') ? 'a warning' : '');
	return `exit code ${code}${name && `, ${name}`}`;
}
