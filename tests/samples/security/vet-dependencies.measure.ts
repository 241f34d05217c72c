import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleCode } from '../read-samples.ts';
import { attack, attackedProject, fix, original } from './attacked-project.ts';
import { startRegistry } from '../start-registry.ts';

const PAGE = 'security/vet-dependencies';
const registry = await startRegistry();
registry.publish(original);
registry.publish(attack);
const repaired = await startRegistry();
repaired.publish(original);
repaired.publish(fix);
const folder = mkdtempSync(join(tmpdir(), 'handbook-npms-'));

for (const version of ['10.9', '11.21', '12.2']) {
	const prefix = join(folder, version);
	execFileSync('npm', ['install', '--silent', '--prefix', prefix, `npm@${version}`]);
	const npm = join(prefix, 'node_modules/.bin');

	for (const settings of ['', 'ignore-scripts=true', 'min-release-age=1']) {
		const project = attackedProject(registry.url, npm);
		project.write('.npmrc', settings);
		const { output } = await project.run('npm install');
		const audit = /found \d+ vulnerabilities/.exec(output)?.[0];
		const atInstall = project.stolen();
		await project.run(`node --eval "import('${original.name}')"`);
		const when = atInstall ? 'at the installation' : project.stolen() ? 'at import' : 'never';
		console.log(
			`npm ${version}, ${settings || 'no settings'}: stolen ${when}, ${project.installed()}, ${audit}`,
		);
		project.remove();
	}

	const locked = attackedProject(repaired.url, npm);
	await locked.run('npm install --package-lock-only');
	locked.write('.npmrc', sampleCode(`${PAGE} Prefer .npmrc`));
	const { code } = await locked.run('npm ci');
	console.log(`npm ${version}, npm ci of a release of today: code ${code}, ${locked.installed()}`);
	locked.remove();

	const engines = attackedProject(registry.url, npm);
	engines.write('.npmrc', sampleCode(`${PAGE} Prefer .npmrc`));
	engines.write('package.json', sampleCode(`${PAGE} Prefer package.json`));
	const refusal = /EBADENGINE/.exec((await engines.run('npm install')).output)?.[0];
	console.log(`npm ${version}, the files of the page: ${refusal ?? 'accepted'}`);
	engines.remove();
}

const changed = attackedProject(registry.url);
await changed.run('npm install --ignore-scripts');
changed.write(
	'package-lock.json',
	changed.read('package-lock.json').replace(/sha512-.{5}/g, 'sha512-XXXXX'),
);
const started = performance.now();
await changed.run('npm ci --cache fresh');
console.log(
	`a changed hash, until npm ci gives up: ${((performance.now() - started) / 1000).toFixed(0)} s`,
);
changed.remove();

rmSync(folder, { recursive: true, force: true });
await Promise.all([registry.stop(), repaired.stop()]);
