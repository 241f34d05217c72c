import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { parse } from 'yaml';
import { test as base, type SampleFolder } from '../sample-test.ts';
import { REPLICA, deployUnderLoad } from './deploy-under-load.ts';
import { renameAtStart } from './rename-at-start.ts';
import { POSTGRES_NEEDED, findPostgres, startPostgres } from './start-postgres.ts';

const PAGE = 'going-to-production/deploy-without-downtime';
const DIGEST = `sha256:${'a1b2'.repeat(16)}`;

const test = base.extend('postgres', async ({ skip }, { onCleanup }) => {
	skip(!findPostgres(), POSTGRES_NEEDED);
	const postgres = await startPostgres();
	onCleanup(() => postgres.stop());
	return postgres;
});

describe('requests during a deployment', () => {
	const TIMES = { startMs: 300, lateMs: 200, clients: 5 };
	const neither = { replicas: 3, readiness: false, graceful: false };

	test.for([
		['a restart in place', { ...neither, replicas: 0 }],
		['a rolling update without readiness and graceful shutdown', neither],
		['a rolling update without readiness', { ...neither, graceful: true }],
		['a rolling update without graceful shutdown', { ...neither, readiness: true }],
	] as const)('fail with %s', async ([, way], { folder }) => {
		folder.file('replica.js', REPLICA);
		const outcomes = await deployUnderLoad(folder.path, way, TIMES);
		expect(Object.keys(outcomes).filter((outcome) => outcome !== '200')).not.toEqual([]);
	});

	test('all succeed with both', async ({ folder }) => {
		folder.file('replica.js', REPLICA);
		const both = { ...neither, readiness: true, graceful: true };
		const outcomes = await deployUnderLoad(folder.path, both, TIMES);
		expect(Object.keys(outcomes)).toEqual(['200']);
	});
});

describe('a schema change', () => {
	test('at the start succeeds in one replica of three, and ends the old version', async ({
		folder,
		postgres,
	}) => {
		const ends = await renameAtStart(postgres, (files) => {
			for (const [name, text] of Object.entries(files)) folder.file(name, text);
			return folder.path;
		});
		expect(ends.slice(0, 3).sort()).toEqual([
			'exit code 0, listens',
			'exit code 1, ERROR: column "name" does not exist',
			'exit code 1, ERROR: column "name" does not exist',
		]);
		expect(ends[3]).toMatch(/column "name" of relation "users" does not exist/);
	});

	test('in the steps of the page suits each version and the one before it', ({ postgres }) => {
		// The two tables of the page, in SQL: what precedes a release, what it writes and reads.
		const changes = [
			'CREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL)',
			'ALTER TABLE users ADD full_name text',
			'UPDATE users SET full_name = name WHERE full_name IS NULL',
			'ALTER TABLE users ALTER name DROP NOT NULL',
			'ALTER TABLE users DROP name',
		];
		const both = `INSERT INTO users (name, full_name) VALUES ('Ada', 'Ada')`;
		const onlyNew = `INSERT INTO users (full_name) VALUES ('Ada')`;
		const releases = [
			{ write: `INSERT INTO users (name) VALUES ('Ada')`, read: 'name' },
			{ write: both, read: 'name' },
			{ write: both, read: 'full_name' },
			{ write: onlyNew, read: 'full_name' },
			{ write: onlyNew, read: 'full_name' },
		];
		for (const [number, change] of changes.entries()) {
			postgres.query(change);
			const running = releases.slice(Math.max(0, number - 1), number + 1);
			for (const { write } of running) postgres.query(write);
			for (const { read } of running) {
				const names = postgres.query(`SELECT coalesce(${read}, 'lost') FROM users`).split('\n');
				expect(names.length).toBeGreaterThan(number);
				expect(new Set(names), `release ${number}, reading ${read}`).toEqual(new Set(['Ada']));
			}
		}
	});
});

describe('deploy.sh', () => {
	test('changes the schema, then replaces the replicas', async ({ folder, skip }) => {
		skip(!finds('envsubst'), 'needs `envsubst` (Debian: apt-get install gettext-base)');
		const { code, calls, applied } = await deploy(folder);
		expect(code).toBe(0);
		expect(calls).toEqual([
			'apply -f -',
			'wait --for=condition=complete --timeout=6m job/web-migrate-412',
			'apply -f -',
			'rollout status deployment/web --timeout=15m',
		]);
		const [migrate, deployment] = applied;
		const image = `registry.example.com/web@${DIGEST}`;
		expect(migrate).toMatchObject({
			metadata: { name: 'web-migrate-412' },
			spec: { template: { spec: { containers: [{ image }] } } },
		});
		expect(deployment).toMatchObject({ spec: { template: { spec: { containers: [{ image }] } } } });
	});

	test('leaves the old version alone where the schema change fails', async ({ folder, skip }) => {
		skip(!finds('envsubst'), 'needs `envsubst` (Debian: apt-get install gettext-base)');
		const { code, calls } = await deploy(folder, { FAILS: 'wait*' });
		expect(code).not.toBe(0);
		expect(calls.map((call) => call.split(' ')[0])).toEqual(['apply', 'wait']);
	});

	test('returns to the old version where the update fails, with code 1', async ({
		folder,
		skip,
	}) => {
		skip(!finds('envsubst'), 'needs `envsubst` (Debian: apt-get install gettext-base)');
		const { code, calls } = await deploy(folder, { FAILS: 'rollout status*' });
		expect(code).toBe(1);
		expect(calls.slice(3)).toEqual([
			'rollout status deployment/web --timeout=15m',
			'rollout undo deployment/web',
			'rollout status deployment/web --timeout=15m',
		]);
	});

	test.for(['DIGEST', 'RELEASE'])('does nothing without %s', async (name, { folder }) => {
		const { code, calls } = await deploy(folder, { [name]: '' });
		expect(code).not.toBe(0);
		expect(calls).toEqual([]);
	});

	test('pleases shellcheck', ({ folder, skip }) => {
		skip(!finds('shellcheck'), 'needs `shellcheck` (Debian: apt-get install shellcheck)');
		folder.sample(`${PAGE} Prefer deploy.sh`);
		execFileSync('shellcheck', ['deploy.sh'], { cwd: folder.path, stdio: 'inherit' });
	});
});

/**
 * Runs the pipeline of the page with a `kubectl` that notes what it is asked for.
 *
 * @param env `FAILS`, a shell pattern, is the call that fails at its first time
 */
async function deploy(folder: SampleFolder, env: Readonly<Record<string, string>> = {}) {
	for (const name of ['deploy.sh', 'migrate.yaml', 'deployment.yaml'])
		folder.sample(`${PAGE} Prefer ${name}`);
	mkdirSync(join(folder.path, 'bin'));
	const kubectl = join(folder.path, 'bin/kubectl');
	writeFileSync(
		kubectl,
		`#!/bin/sh
echo "$*" >> calls
case "$*" in
  'apply -f -') cat > "applied-$(wc -l < calls)" ;;
  $FAILS) [ -e failed ] || { touch failed; exit 1; } ;;
esac
`,
	);
	chmodSync(kubectl, 0o755);
	const PATH = `${join(folder.path, 'bin')}:${process.env.PATH}`;
	const script = folder.start('sh', ['deploy.sh'], {
		env: { PATH, FAILS: 'nothing', DIGEST, RELEASE: '412', ...env },
	});
	const { code } = await script.exited;
	const read = (name: string): string => {
		const path = join(folder.path, name);
		return existsSync(path) ? readFileSync(path, 'utf8') : '';
	};
	const calls = read('calls').split('\n').filter(Boolean);
	const applied = ['applied-1', 'applied-3'].map((name) => parse(read(name)) as unknown);
	return { code, calls, applied };
}

function finds(command: string): boolean {
	try {
		execFileSync(command, ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
