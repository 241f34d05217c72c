import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { findBlock } from '../find-block.ts';
import type { Postgres } from './start-postgres.ts';

const PAGE = 'going-to-production/deploy-without-downtime';
const FILES = {
	'server.js': `
import { createServer } from 'node:http';
import { pool } from './database.js';
const server = createServer((req, res) => res.end());
${findBlock(PAGE, 'js', 'RENAME COLUMN').replace('3000', 'process.env.PORT')}
server.once('listening', () => { console.log('listens'); process.exit(); });`,
	'database.js': `
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
const run = promisify(execFile);
export const pool = {
  async query(text) {
    try {
      await run('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', text]);
    } catch ({ stderr }) {
      throw new Error(stderr);
    }
  },
};`,
};

/**
 * Starts three replicas at once that each change the schema, as the page warns.
 *
 * @param folderWith makes a folder with these files
 * @returns how each one ended, and then the version before it
 */
export async function renameAtStart(
	postgres: Postgres,
	folderWith: (files: Readonly<Record<string, string>>) => string,
): Promise<string[]> {
	postgres.query('CREATE TABLE users (id serial, name text)');
	const cwd = folderWith(FILES);
	const ends = await Promise.all(
		Array.from({ length: 3 }, async () => {
			const env = { ...postgres.env, PORT: String(await freePort()) };
			const replica = startProcess(process.execPath, ['server.js'], { cwd, env });
			const { code } = await replica.exited;
			return `exit code ${code}, ${outcome(replica.output())}`;
		}),
	);
	try {
		postgres.query(`INSERT INTO users (name) VALUES ('Ada')`);
		return [...ends, 'the old version works'];
	} catch (error) {
		return [...ends, `the old version: ${outcome(String(error))}`];
	}
}

function outcome(output: string): string {
	return /ERROR: +(.*)|listens/.exec(output)?.[0].replace(/ +/g, ' ') ?? output;
}
