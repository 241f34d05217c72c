import { get } from 'node:http';
import { sampleCode } from '../read-samples.ts';
import { measureFolder } from '../measure-folder.ts';
import { freePort } from '../free-port.ts';
import { startProcess, type Running } from '../start-process.ts';
import { startRedis } from '../start-redis.ts';
import { USERS } from './users-of-tests.ts';

const PAGE = 'security/validate-and-limit-input';
const cwd = measureFolder({
	'users.js': USERS,
	'defaults.js': `
import express from 'express';
import Fastify from 'fastify';
const app = express().use(express.json());
app.post('/express', (req, res) => res.json(req.body));
app.get('/express', (req, res) => res.json(req.query));
app.listen(process.env.PORT);
const other = Fastify();
const body = { type: 'object', properties: { text: { type: 'string' } }, additionalProperties: false };
other.post('/', { schema: { body } }, (req) => req.body);
for (const payload of [{ text: 5 }, { text: null }, { text: 'a', more: 1 }])
	console.log(JSON.stringify(payload), (await other.inject({ method: 'POST', url: '/', payload })).body);
console.log('1.1 MB', (await other.inject({ method: 'POST', url: '/', payload: { text: 'a'.repeat(1.1e6) } })).statusCode);
`,
	...Object.fromEntries(
		['Avoid', 'Prefer'].flatMap((section) =>
			['profile.js', 'login.js'].map((name) => [
				`${section}-${name}`,
				sampleCode(`${PAGE} ${section} ${name}`),
			]),
		),
	),
});
const redis = await startRedis();
let running: Running | undefined;

async function start(file: string): Promise<string> {
	await running?.kill('SIGKILL');
	const port = await freePort();
	const env = { PORT: String(port), REDIS_URL: redis.url };
	running = startProcess(process.execPath, [file], { cwd, env });
	await running.listening(port);
	return `http://localhost:${port}`;
}

const bodies = [
	'{"name":"Ada","role":"admin"}',
	'{"name":{"$ne":null}}',
	'{"__proto__":{"admin":true}}',
];
for (const section of ['Avoid', 'Prefer']) {
	const url = await start(`${section}-profile.js`);
	for (const body of bodies) {
		const headers = { 'Content-Type': 'application/json' };
		const answer = await fetch(`${url}/users/1`, { method: 'PATCH', headers, body });
		console.log(`${section}, ${body}: ${answer.status} ${await answer.text()}`);
	}
	const login = await start(`${section}-login.js`);
	let checked = 0;
	for (let n = 0; n < 20; n += 1) {
		const headers = { 'X-Forwarded-For': `10.0.0.${n}, 203.0.113.7` };
		const { status } = await fetch(`${login}/login`, { method: 'POST', headers });
		if (status === 401) checked += 1;
	}
	console.log(`${section}, password checks of 20 logins: ${checked}`);
}

const url = await start('defaults.js');
await running?.printed(/1\.1 MB/);
console.log(`Fastify: ${running?.stdout().trim().replaceAll('\n', '; ')}`);
const headers = { 'Content-Type': 'application/json' };
const body = JSON.stringify('a'.repeat(110_000)).replace(/.*/, '[$&]');
const large = await fetch(`${url}/express`, { method: 'POST', headers, body });
console.log(`Express, a body of 110 kB: ${large.status}`);
console.log(
	`Express, ?id=1&id=2&a[b]=3: ${await (await fetch(`${url}/express?id=1&id=2&a[b]=3`)).text()}`,
);
for (const size of [15_000, 17_000]) {
	const status = await new Promise((resolve) =>
		get(`${url}/express`, { headers: { 'X-Long': 'a'.repeat(size) } }, (answer) => {
			answer.resume();
			resolve(answer.statusCode);
		}),
	);
	console.log(`a header of ${size} bytes: ${String(status)}`);
}
await running?.kill('SIGKILL');
await redis.stop();
