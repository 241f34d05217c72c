import { execFileSync } from 'node:child_process';
import { describe, expect } from 'vitest';
import { shellBlock } from '../shell-block.ts';
import { sampleCode } from '../read-samples.ts';
import { test as base } from '../sample-test.ts';
import {
	attack,
	attackedProject,
	fix,
	original,
	type AttackedProject,
} from './attacked-project.ts';
import { startRegistry } from '../start-registry.ts';

const PAGE = 'security/vet-dependencies';
const { name } = original;
const [major = 0, minor = 0] = npmVersion();
const knowsSettings = major > 11 || (major === 11 && minor >= 16);

const test = base
	// eslint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from it.
	.extend('registry', async ({}, { onCleanup }) => {
		const registry = await startRegistry();
		onCleanup(() => registry.stop());
		registry.publish(original);
		registry.publish(attack);
		return registry;
	})
	.extend('project', ({ registry }, { onCleanup }): AttackedProject => {
		const project = attackedProject(registry.url);
		onCleanup(() => {
			project.remove();
		});
		return project;
	});

describe('a release of one hour ago', () => {
	test('enters a build that chooses versions, whatever the audit finds', async ({
		project,
		registry,
	}) => {
		registry.advise(name, 'high');
		const workflow = sampleCode(`${PAGE} Avoid ci.yml`);
		const lines = [...workflow.matchAll(/- run: (.*)/g)].map(([, line]) => line!);
		expect(lines).toHaveLength(2);
		for (const line of lines) expect(await project.run(line)).toMatchObject({ code: 0 });
		expect(project.installed()).toBe(attack.version);
		expect(project.has('package-lock.json')).toBe(false);
	});

	test('runs through npx', async ({ project, registry }) => {
		const files = { 'bin.js': '#!/usr/bin/env node\nconsole.log("newest release runs")' };
		const manifest = { bin: 'bin.js' };
		registry.publish({ name: 'eslint', version: '99.0.0', days: 0, manifest, files });
		const { output } = await project.run(sampleCode(`${PAGE} Avoid lint.sh`));
		expect(output).toContain('newest release runs');
	});

	test('steals at the first import, although no install script ran', async ({ project }) => {
		project.write('.npmrc', 'ignore-scripts=true\n');
		expect(await project.run('npm install')).toMatchObject({ code: 0 });
		expect(project.stolen()).toBe(false);
		await project.run(`node --eval "import('${name}')"`);
		expect(project.stolen()).toBe(true);
	});

	test('does not exist with these settings, and cannot run its script', async ({
		project,
		skip,
	}) => {
		skip(!knowsSettings, 'needs npm 11.16 or later');
		project.write('.npmrc', sampleCode(`${PAGE} Prefer .npmrc`));
		expect(await project.run('npm install')).toMatchObject({ code: 0 });
		expect(project.installed()).toBe(original.version);
		const forced = await project.run(`npm install ${name}@${attack.version} --min-release-age=0`);
		expect(forced.output).toContain('ESTRICTALLOWSCRIPTS');
		expect(project.installed()).toBe(original.version);
		expect(project.stolen()).toBe(false);
	});

	test('is installed on request when it is an urgent fix, and by npm ci from the lockfile', async ({
		project,
		registry,
		skip,
	}) => {
		skip(!knowsSettings, 'needs npm 11.16 or later');
		registry.publish(fix);
		project.write('.npmrc', sampleCode(`${PAGE} Prefer .npmrc`));
		const urgent = `npm install ${name}@${fix.version}`;
		expect(await project.run(urgent)).toMatchObject({ code: 1 });
		expect(await project.run(`${urgent} --min-release-age=0`)).toMatchObject({ code: 0 });
		expect(await project.run('npm ci')).toMatchObject({ code: 0 });
		expect(project.installed()).toBe(fix.version);
	});
});

test('an npm that the project does not accept installs nothing', async ({ project }) => {
	project.write('.npmrc', sampleCode(`${PAGE} Prefer .npmrc`));
	const manifest = sampleCode(`${PAGE} Prefer package.json`).replace('>=11.16', '<2');
	project.write('package.json', manifest);
	const { code, output } = await project.run('npm install');
	expect(code).toBe(1);
	expect(output).toContain('EBADENGINE');
});

test('the checks of each build list every package, and stop for a high advisory', async ({
	project,
	registry,
}) => {
	await project.run('npm install --package-lock-only');
	// Keys that verify signatures come from the internet.
	const checks = sampleCode(`${PAGE} Prefer check-dependencies.sh`);
	project.write('check.sh', checks.replace(/^npm audit signatures.*\n/m, ''));

	registry.advise(name, 'moderate');
	expect(await project.run('sh check.sh')).toMatchObject({ code: 0 });
	const { components } = JSON.parse(project.read('sbom.json')) as {
		components: { name: string }[];
	};
	expect(components.map((component) => component.name)).toEqual([name]);
	registry.advise(name, 'high');
	expect(await project.run('sh check.sh')).toMatchObject({ code: 1 });
});

describe('how to check', () => {
	test('a changed hash stops the installation', async ({ project }) => {
		await project.run('npm install --ignore-scripts');
		const lockfile = project.read('package-lock.json');
		const { output } = await project.run(shellBlock(PAGE, 'sha512', 0));
		expect(output).toContain('EINTEGRITY');
		expect(output).toMatch(/exit code 1\n$/);
		expect(project.read('package-lock.json')).toBe(lockfile);
	});

	test('packages with install scripts are listed, and all are counted', async ({ project }) => {
		await project.run('npm install --ignore-scripts');
		const scripts = await project.run(shellBlock(PAGE, 'postinstall', 0));
		expect(scripts.output.trim()).toBe(`"pkgid": "${name}@${attack.version}",`);
		const tree = shellBlock(PAGE, 'npm explain', 0).replace('NAME', name);
		const [count, explained] = (await project.run(tree)).output.split('\n');
		expect(count).toBe('1');
		expect(explained).toBe(`${name}@${attack.version}`);
	});
});

function npmVersion(): number[] {
	return execFileSync('npm', ['--version'], { encoding: 'utf8' }).split('.').map(Number);
}
