import { execFileSync } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';

/** What a machine without PostgreSQL has to be told. */
export const POSTGRES_NEEDED = 'needs PostgreSQL (Debian: apt-get install postgresql)';
const NOBODY = 65_534;

export interface Postgres {
	/** `15.18` */
	readonly version: string;
	/** Environment in which `psql` reaches it. */
	readonly env: Readonly<Record<string, string>>;
	/** Runs one statement. Returns its rows, or fails with the message of the server. */
	query(text: string): string;
	stop(): Promise<void>;
}

/** Whether this machine has a PostgreSQL server to start. */
export function findPostgres(): boolean {
	try {
		execFileSync('initdb', ['--version'], { env: environment(), stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Starts an empty server on a free port, which forgets everything at its end. */
export async function startPostgres(): Promise<Postgres> {
	const port = String(await freePort());
	const folder = mkdtempSync(join(tmpdir(), 'handbook-postgres-'));
	// PostgreSQL refuses to work for root.
	const isRoot = process.getuid?.() === 0;
	if (isRoot) chownSync(folder, NOBODY, NOBODY);
	const user = isRoot
		? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--']
		: [];
	const env = environment();
	const create = ['initdb', '-D', folder, '--auth=trust', '--username=postgres', '--no-sync'];
	const [initdb = '', ...createArgs] = [...user, ...create];
	execFileSync(initdb, createArgs, { env, stdio: ['ignore', 'ignore', 'pipe'] });

	const settings = ['listen_addresses=127.0.0.1', 'fsync=off', `unix_socket_directories=${folder}`];
	const serve = ['postgres', '-D', folder, '-p', port, ...settings.flatMap((one) => ['-c', one])];
	const [postgres = '', ...serveArgs] = [...user, ...serve];
	const server = startProcess(postgres, serveArgs, { env });
	await server.printed(/ready to accept connections/);
	const client = { ...env, PGHOST: '127.0.0.1', PGPORT: port, PGUSER: 'postgres' };
	const query = (text: string): string =>
		execFileSync('psql', ['-X', '-q', '-t', '-A', '-c', text], {
			env: client,
			encoding: 'utf8',
			stdio: 'pipe',
		}).trim();
	return {
		version: query('SHOW server_version').split(' ')[0]!,
		env: client,
		query,
		async stop() {
			await server.kill('SIGINT');
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Debian keeps the programs of the server out of the path. */
function environment(): Record<string, string> {
	const { PATH = '', HOME = '' } = process.env;
	const found = globSync('/usr/lib/postgresql/*/bin');
	return { PATH: [...found, PATH].join(delimiter), HOME, LC_ALL: 'C' };
}
