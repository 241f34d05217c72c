import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { parse } from 'yaml';
import { sampleCode } from '../read-samples.ts';
import { test as base } from '../sample-test.ts';
import { limited, limitsProblem, type Limits } from './limited-process.ts';
import { exploitUploadBug, type Case, type Outcome } from './upload-bug.ts';

const PAGE = 'containers/run-as-non-root';
const GOOD = sampleCode(`${PAGE} Prefer Dockerfile`);
const BAD = sampleCode(`${PAGE} Avoid Dockerfile`);
const LIMITS = { user: user(GOOD), noCapabilities: true };

const test = base
	/** Lets a client of a service with a bug write files. */
	.extend('exploit', ({ folder, skip }) => {
		skip(limitsProblem() !== undefined, limitsProblem());
		return (limits: Case): Promise<Outcome> => {
			const root = join(folder.path, 'root');
			mkdirSync(root);
			// The way to the server must be open to its user.
			chmodSync(folder.path, 0o755);
			return exploitUploadBug(root, limits, (...args) => folder.start(...args));
		};
	})
	/** Runs a command with limits, and returns what it prints. */
	.extend('run', ({ skip }) => {
		skip(limitsProblem() !== undefined, limitsProblem());
		return (limits: Limits, ...command: string[]) => {
			const [first, ...args] = limited(limits, command);
			return execFileSync(first!, args, { encoding: 'utf8' });
		};
	});

describe('a service with a bug', () => {
	const EVERYTHING = { code: 'written', system: 'written', temporary: 'written' };

	test('as root changes everything', async ({ exploit }) => {
		expect(await exploit({ user: 0, owner: 0 })).toEqual(EVERYTHING);
	});

	test('as root without capabilities changes everything too', async ({ exploit }) => {
		expect(await exploit({ user: 0, owner: 0, noCapabilities: true })).toEqual(EVERYTHING);
	});

	test('changes the code that it owns', async ({ exploit }) => {
		expect(user(BAD)).toBe(1000);
		const outcome = await exploit({ user: user(BAD), owner: owner(BAD), noCapabilities: true });
		expect(outcome).toEqual({ code: 'written', system: 'EACCES', temporary: 'written' });
	});

	test('cannot change the code of root', async ({ exploit }) => {
		const outcome = await exploit({ ...LIMITS, owner: owner(GOOD) });
		expect(outcome).toEqual({ code: 'EACCES', system: 'EACCES', temporary: 'written' });
	});

	test('cannot change anything on a read-only file system', async ({ exploit }) => {
		const outcome = await exploit({ ...LIMITS, owner: 1000, readOnly: true });
		expect(outcome).toEqual({ code: 'EROFS', system: 'EROFS', temporary: 'written' });
	});
});

describe('no new privileges', () => {
	test('stop programs that would run as root', ({ folder, run }) => {
		const program = join(folder.path, 'id');
		copyFileSync('/usr/bin/id', program);
		chownSync(program, 0, 0);
		chmodSync(program, 0o4755);
		chmodSync(folder.path, 0o755);
		expect(run({ user: 1000 }, program, '-u').trim()).toBe('0');
		expect(run(LIMITS, program, '-u').trim()).toBe('1000');
	});
});

describe('port 80', () => {
	const LISTEN = `require('node:net').createServer().listen(80, function () {
		console.log('listening');
		this.close();
	}).on('error', ({ code }) => console.log(code));`;

	test.for([
		['1024', 'EACCES'],
		['0', 'listening'],
	])('with ports from %s open to every user: %s', ([start, result], { run }) => {
		const node = limited(LIMITS, [process.execPath, '--eval', LISTEN]);
		const script = `echo ${start} > /proc/sys/net/ipv4/ip_unprivileged_port_start; exec "$@"`;
		const printed = run({ user: 0 }, 'unshare', '--net', 'sh', '-c', script, 'sh', ...node);
		expect(printed.trim()).toBe(result);
	});
});

describe('how to check', () => {
	test('the kernel tells what the process may do', ({ run }) => {
		const lines = ['grep', '-E', '^(Uid|CapEff|NoNewPrivs):', '/proc/self/status'];
		expect(run(LIMITS, ...lines)).toBe(
			'Uid:\t1000\t1000\t1000\t1000\nCapEff:\t0000000000000000\nNoNewPrivs:\t1\n',
		);
		expect(run({ user: 0 }, ...lines)).toMatch(
			/^Uid:\t0\t.*\nCapEff:\t(?!0{16}).*\nNoNewPrivs:\t0$/m,
		);
	});
});

test('the Deployment has what the Restricted standard demands', () => {
	const { spec } = (parse(sampleCode(`${PAGE} Prefer deployment.yaml`)) as Deployment).spec
		.template;
	expect(spec.securityContext).toMatchObject({
		runAsNonRoot: true,
		seccompProfile: { type: 'RuntimeDefault' },
	});
	for (const { securityContext } of spec.containers)
		expect(securityContext).toMatchObject({
			allowPrivilegeEscalation: false,
			capabilities: { drop: ['ALL'] },
		});
	const allowed = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral'];
	allowed.push('persistentVolumeClaim', 'projected', 'secret');
	for (const { name, ...kind } of spec.volumes) {
		expect(name).toBeTruthy();
		expect(allowed).toEqual(expect.arrayContaining(Object.keys(kind)));
	}
});
interface Deployment {
	spec: {
		template: {
			spec: {
				securityContext: unknown;
				containers: { securityContext: unknown }[];
				volumes: Record<string, unknown>[];
			};
		};
	};
}

/** Number of the user that a container of this Dockerfile runs as. */
function user(dockerfile: string): number {
	const name = /^USER (.*)$/m.exec(dockerfile)?.[1];
	return name === undefined ? 0 : name === 'node' ? 1000 : Number(name);
}

/** Number of the user that owns what this Dockerfile copies. */
function owner(dockerfile: string): number {
	return dockerfile.includes('COPY --chown=node:node') ? 1000 : 0;
}
