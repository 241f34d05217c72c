import { createClient } from 'redis';
import { sampleCode } from '../read-samples.ts';
import { measureFolder } from '../measure-folder.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { startRedis } from '../start-redis.ts';
import { USERS } from './users-of-tests.ts';
import { visitor } from './visitor.ts';

const PAGE = 'security/protect-sessions';
const redis = await startRedis();
const store = createClient({ url: redis.url });
await store.connect();

for (const section of ['Avoid', 'Prefer']) {
	const cwd = measureFolder({
		'users.js': USERS,
		'session.js': sampleCode(`${PAGE} ${section} session.js`),
		'server.js': sampleCode(`${PAGE} ${section} server.js`),
	});
	const port = await freePort();
	const env = { PORT: String(port), SESSION_SECRET: 'for-tests', REDIS_URL: redis.url };
	const server = startProcess(process.execPath, ['server.js'], { cwd, env });
	await server.listening(port);
	const https = { 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-Proto': 'https' };

	const user = visitor(port, '', https);
	await user.get('/me');
	// Where a visitor has no cookie, the one of an earlier login is noted.
	if (!user.cookie()) await user.logIn();
	const noted = visitor(port, user.cookie(), https);
	await user.logIn();
	console.log(`${section}, the cookie from before the login reads: ${await noted.get('/me')}`);
	const copy = visitor(port, user.cookie(), https);
	const status = await user.post('/logout');
	console.log(
		`${section}, logout: ${status}; a copy of the cookie reads: ${await copy.get('/me')}`,
	);

	const cookies = new Set<string>();
	for (let n = 0; n < 1_000; n += 1) {
		const robot = visitor(port, '', https);
		await robot.get('/me');
		if (robot.cookie()) cookies.add(robot.cookie());
	}
	console.log(
		`${section}, 1,000 visitors: ${cookies.size} cookies, ${await store.dbSize()} sessions in Redis`,
	);
	const form = await visitor(port).logIn({ ...https, 'Sec-Fetch-Site': 'cross-site' });
	console.log(`${section}, a form of another site: ${form}`);
	const plain = visitor(port);
	await plain.logIn({ 'Sec-Fetch-Site': 'same-origin' });
	console.log(`${section}, plain HTTP: ${plain.setCookie() || 'no cookie'}`);
	await server.kill('SIGKILL');
}
await store.close();
await redis.stop();
