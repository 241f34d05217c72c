import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { parse } from 'yaml';
import { sampleCode } from '../read-samples.ts';
import { test as base } from '../sample-test.ts';
import type { Exit, Running } from '../start-process.ts';
import { confinementProblem, makeControlGroup, type ControlGroup } from './control-group.ts';

const PAGE = 'containers/set-memory-limits';
const DEPLOYMENT = 'deployment.yaml';

interface Container {
	readonly command?: readonly string[];
	readonly resources: Readonly<Record<'limits' | 'requests', { memory: string }>>;
}

/** What a test starts with so many mebibytes; without a number it has no limit of its own. */
type Confine = (mebibytes: number | undefined, command: readonly string[]) => Running;

const test = base.extend('confine', ({ folder, skip }, { onCleanup }): Confine => {
	const problem = confinementProblem();
	skip(problem !== undefined, problem);
	const started: [ControlGroup, Running][] = [];
	onCleanup(async () => {
		for (const [group, running] of started) {
			await running.kill('SIGKILL');
			group.remove();
		}
	});
	return (mebibytes, command) => {
		const group = makeControlGroup(mebibytes);
		const [shell = '', ...rest] = group.confined(command);
		const running = folder.start(shell, rest, { env: { SECRET: 'canary' } });
		started.push([group, running]);
		return running;
	};
});

describe('objects without end', () => {
	test('in the image and the limit of the page: V8 tells of it and leaves a report', async ({
		folder,
		confine,
	}) => {
		folder.sample(`${PAGE} How to check leak.js`, 'server.js');
		const command = preferredCommand(folder.path);
		const running = confine(memoryLimit('Prefer'), command);
		expectKilledBy('SIGABRT', await running.exited);
		expect(running.output()).toContain('JavaScript heap out of memory');

		const [report = ''] = globSync('report.*.json', { cwd: folder.path });
		const text = readFileSync(join(folder.path, report), 'utf8');
		const { header } = JSON.parse(text) as { header: { event: string } };
		expect(header.event).toContain('heap out of memory');
		expect(text).not.toContain('canary');
	});

	test('as process number 1 end with another signal, and leave the same', async ({
		folder,
		confine,
		skip,
	}) => {
		skip(process.arch !== 'x64', 'the page says it of x86-64 alone');
		folder.sample(`${PAGE} How to check leak.js`, 'server.js');
		const command = preferredCommand(folder.path);
		const namespace = ['unshare', '--pid', '--fork', '--mount-proc'];
		const running = confine(memoryLimit('Prefer'), [...namespace, ...command]);
		expectKilledBy('SIGSEGV', await running.exited);
		expect(running.output()).toContain('JavaScript heap out of memory');
		expect(globSync('report.*.json', { cwd: folder.path })).toHaveLength(1);
	});

	test('in a heap as large as the container: the kernel leaves nothing', async ({
		folder,
		confine,
	}) => {
		folder.sample(`${PAGE} How to check leak.js`, 'server.js');
		const { command = [] } = container('Avoid');
		const withReport = [process.execPath, '--report-on-fatalerror', ...command.slice(1)];
		const running = confine(memoryLimit('Avoid'), withReport);
		expectKilledBy('SIGKILL', await running.exited);
		expect(running.output()).toBe('');
		expect(globSync('report.*.json', { cwd: folder.path })).toEqual([]);
	});

	test('in a small container without an option: the kernel leaves nothing', async ({
		folder,
		confine,
	}) => {
		folder.sample(`${PAGE} How to check leak.js`);
		const running = confine(256, [process.execPath, 'leak.js']);
		expectKilledBy('SIGKILL', await running.exited);
		expect(running.output()).toBe('');
	});
});

test('Buffers without end are outside of the limit of V8', async ({ folder, confine }) => {
	folder.sample(`${PAGE} How to check leak.js`, 'server.js');
	const command = preferredCommand(folder.path);
	const running = confine(memoryLimit('Prefer'), [...command, 'buffers']);
	expectKilledBy('SIGKILL', await running.exited);
	expect(running.output()).toBe('');
});

test('an option behind the script changes nothing', async ({ folder, confine }) => {
	folder.sample(`${PAGE} Prefer log-memory-limits.js`, 'server.js');
	const limits = [];
	for (const command of [[process.execPath, 'server.js'], imageCommand('Avoid')]) {
		const running = confine(512, command);
		await running.exited;
		limits.push(logged(running));
	}
	expect(limits[1]).toEqual(limits[0]);
});

describe('the log line', () => {
	test('tells both limits, in the image and the limit of the page', async ({ folder, confine }) => {
		folder.sample(`${PAGE} Prefer log-memory-limits.js`, 'server.js');
		const mebibytes = memoryLimit('Prefer');
		const running = confine(mebibytes, preferredCommand(folder.path));
		await running.exited;
		const { containerMiB, heapMiB } = logged(running);
		expect(containerMiB).toBe(mebibytes);
		expect(heapMiB / mebibytes).toBeGreaterThanOrEqual(0.6);
		expect(heapMiB / mebibytes).toBeLessThan(0.65);
		expect(running.output()).not.toContain('less than');
	});

	test('warns of a heap as large as the container', async ({ folder, confine }) => {
		folder.sample(`${PAGE} Prefer log-memory-limits.js`, 'server.js');
		const { command = [] } = container('Avoid');
		const running = confine(memoryLimit('Avoid'), [process.execPath, ...command.slice(1)]);
		await running.exited;
		expect(running.output()).toContain('less than 20 % is left');
	});

	test('has no container limit where there is none', async ({ folder, confine }) => {
		folder.sample(`${PAGE} Prefer log-memory-limits.js`);
		const running = confine(undefined, [process.execPath, 'log-memory-limits.js']);
		await running.exited;
		expect(logged(running).containerMiB).toBeNull();
		expect(running.output()).not.toContain('less than');
	});
});

test('a Pod requests all the memory that it may use', () => {
	const { limits, requests } = container('Prefer').resources;
	expect(requests.memory).toBe(limits.memory);
});

function expectKilledBy(signal: NodeJS.Signals, exit: Exit): void {
	expect(exit).toMatchObject({ code: null, signal });
}

function container(section: string): Container {
	const pod = parse(sampleCode(`${PAGE} ${section} ${DEPLOYMENT}`)) as {
		spec: { containers: [Container] };
	};
	return pod.spec.containers[0];
}

function memoryLimit(section: string): number {
	return Number(/^(\d+)Mi$/.exec(container(section).resources.limits.memory)?.[1]);
}

/** What the image starts, by this Node.js. */
function imageCommand(section: string): string[] {
	const code = sampleCode(`${PAGE} ${section} Dockerfile`).replaceAll('\\\n', '');
	const [node, ...args] = JSON.parse(/^CMD (.*)$/m.exec(code)![1]!) as string[];
	expect(node).toBe('node');
	return [process.execPath, ...args];
}

function preferredCommand(reports: string): string[] {
	return imageCommand('Prefer').map((word) => word.replace(/=\/reports$/, `=${reports}`));
}

function logged(running: Running): { containerMiB: number | null; heapMiB: number } {
	return JSON.parse(running.stdout()) as { containerMiB: number | null; heapMiB: number };
}
