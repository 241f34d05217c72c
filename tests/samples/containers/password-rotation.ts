import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from 'redis';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';

const SERVER = `
	import { createServer } from 'node:http';
	import { redis } from './cache.js';
	createServer(async (req, res) => {
		res.end(await redis.ping().catch(({ message }) => message));
	}).listen(process.env.PORT);
`;

/**
 * Starts a process that uses Redis, gives Redis another password and closes the connections.
 * Returns what Redis answers to the process before and after that.
 *
 * @param folder holds the process's `cache.js`, and packages
 * @param url of a Redis server without a password
 */
export async function rotatePassword(folder: string, url: string): Promise<[string, string]> {
	const admin = createClient({ url });
	await admin.connect();
	await admin.configSet('requirepass', 'first');
	const file = join(folder, 'password');
	writeFileSync(file, 'first\n');
	writeFileSync(join(folder, 'server.js'), SERVER);

	const port = await freePort();
	const env = { REDIS_URL: url, REDIS_PASSWORD: 'first', REDIS_PASSWORD_FILE: file };
	const running = startProcess(process.execPath, ['server.js'], {
		cwd: folder,
		env: { ...env, PORT: String(port) },
	});
	const ask = async () => (await fetch(`http://localhost:${port}`)).text();
	try {
		await running.listening(port);
		const before = await ask();
		writeFileSync(file, 'second\n');
		await admin.configSet('requirepass', 'second');
		await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes']);
		await running.printed(/Socket closed/);
		return [before, await ask()];
	} finally {
		admin.destroy();
		await running.kill('SIGKILL');
	}
}
