/**
 * A service with the four mistakes of restrict-runtime-permissions: each path commits one, and
 * answers with what it got, or with the code of the error.
 */
export const FOUR_MISTAKES = `
import { exec } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const home = import.meta.dirname;
const mistakes = {
	'/read': () => readFile(join(home, 'reports', '../../secrets/key'), 'utf8'),
	'/write': () => writeFile(join(home, 'written.js'), '').then(() => 'written'),
	'/shell': async () => (await promisify(exec)('ls x; echo command')).stdout.trim(),
	'/send': () =>
		new Promise((resolve, reject) =>
			connect(Number(process.env.OTHER_PORT))
				.on('error', reject)
				.on('connect', function () {
					this.end(process.env.NPM_TOKEN);
					resolve('sent');
				}),
		),
};
const server = createServer((req, res) =>
	mistakes[req.url]().then(
		(text) => res.end(text),
		({ code }) => res.end(String(code)),
	),
);
server.listen(process.env.PORT);
`;
