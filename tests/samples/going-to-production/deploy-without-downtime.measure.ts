import { measureFolder } from '../measure-folder.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { REPLICA, deployUnderLoad, type Deployment } from './deploy-under-load.ts';
import { renameAtStart } from './rename-at-start.ts';
import { POSTGRES_NEEDED, findPostgres, startPostgres } from './start-postgres.ts';

const cwd = measureFolder({ 'replica.js': REPLICA });
const WAYS: Readonly<Record<string, Deployment>> = {
	'restart in place': { replicas: 0, readiness: false, graceful: false },
	'three replicas, neither': { replicas: 3, readiness: false, graceful: false },
	'three replicas, graceful shutdown only': { replicas: 3, readiness: false, graceful: true },
	'three replicas, readiness only': { replicas: 3, readiness: true, graceful: false },
	'three replicas, both': { replicas: 3, readiness: true, graceful: true },
};
for (const [name, way] of Object.entries(WAYS)) {
	const times = { startMs: 1_000, lateMs: 500, clients: 20 };
	const outcomes = await deployUnderLoad(cwd, way, times);
	const all = Object.values(outcomes).reduce((sum, number) => sum + number, 0);
	const failed = all - (outcomes['200'] ?? 0);
	console.log(`${name}: ${failed} of ${all} requests failed ${JSON.stringify(outcomes)}`);
}

if (findPostgres()) {
	const postgres = await startPostgres();
	const label = `schema change at the start, PostgreSQL ${postgres.version}`;
	try {
		const ends = await renameAtStart(postgres, measureFolder);
		for (const end of ends) console.log(`${label}: ${end}`);
	} finally {
		await postgres.stop();
	}
} else console.log(`schema change at the start: ${POSTGRES_NEEDED}`);

// What the load generator of the page prints last.
const SERVERS = {
	'a server that works': `res.end('ok')`,
	'a server that answers 503 now and then': `res.writeHead(Math.random() < 0.3 ? 200 : 503).end()`,
	'a server that closes connections without an answer': `req.socket.destroy()`,
	'a server that resets connections': `req.socket.resetAndDestroy()`,
};
for (const [name, answer] of Object.entries(SERVERS)) {
	const port = await freePort();
	const code = `
import { createServer } from 'node:http';
createServer((req, res) => { ${answer}; }).listen(${port}, '127.0.0.1');`;
	const folder = measureFolder({ 'server.js': code });
	const server = startProcess(process.execPath, ['server.js'], { cwd: folder });
	await server.listening(port);
	const options = ['--yes', 'autocannon', '--connections', '20', '--duration', '4'];
	const load = startProcess('npx', [...options, `http://127.0.0.1:${port}/`], { cwd: folder });
	await load.exited;
	const lines = load.output().match(/^\d.*(requests in|responses|errors).*$/gm) ?? ['no report'];
	console.log(`autocannon, ${name}: ${lines.join(' | ')}`);
	await server.kill('SIGKILL');
}
