import { setTimeout as delay } from 'node:timers/promises';
import { sampleCode } from '../read-samples.ts';
import { measureFolder } from '../measure-folder.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { NODE_ENV_APP } from './node-env-app.ts';
import { sendOrders, startPayments } from './start-payments.ts';

const PAGE = 'going-to-production/configure-through-the-environment';
const KEY = 'made-up-key-of-this-script';
const avoid = measureFolder({ 'server.js': sampleCode(`${PAGE} Avoid server.js`) });
const prefer = measureFolder({
	'server.js': sampleCode(`${PAGE} Prefer server.js`),
	'config.js': sampleCode(`${PAGE} Prefer config.js`),
	key: KEY,
});

type Environment = Readonly<Record<string, string | undefined>>;
const FAULTS: Readonly<Record<string, Environment>> = {
	'PAYMENT_TIMEOUT_MS=3s': { PAYMENT_TIMEOUT_MS: '3s' },
	'PAYMENT_TIMEOUT_MS=': { PAYMENT_TIMEOUT_MS: '' },
	'PAYMENT_URL missing': { PAYMENT_URL: undefined },
	'CHARGE_CARDS=false': { CHARGE_CARDS: 'false' },
	'PAYMENT_KEY missing': { PAYMENT_KEY: undefined, PAYMENT_KEY_FILE: undefined },
};
for (const [label, fault] of Object.entries(FAULTS)) {
	console.log(`${label}, avoided: ${await serveOrders(fault)}`);
	// The preferred server understands this one.
	if (label !== 'CHARGE_CARDS=false') console.log(`${label}, preferred: ${await start(fault)}`);
}
for (const name of ['production', 'staging'])
	console.log(`NODE_ENV=${name}: ${await libraries(name)}`);
process.env.MARK = 'value of a variable';
console.log(
	`diagnostic report: ${JSON.stringify(process.report.getReport()).includes(process.env.MARK) ? 'contains' : 'lacks'} the environment`,
);
measureReads();

function environment(paymentUrl: string, port: number, fault: Environment): Record<string, string> {
	const right: Environment = {
		PORT: String(port),
		PAYMENT_URL: paymentUrl,
		PAYMENT_KEY: KEY,
		PAYMENT_KEY_FILE: 'key',
		PAYMENT_TIMEOUT_MS: '3000',
		CHARGE_CARDS: 'true',
	};
	return Object.fromEntries(
		Object.entries({ ...right, ...fault }).filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string',
		),
	);
}

/** What 100 orders get of the server that checks nothing. */
async function serveOrders(fault: Environment): Promise<string> {
	const payments = await startPayments();
	const port = await freePort();
	const env = environment(payments.url, port, fault);
	const server = startProcess(process.execPath, ['server.js'], { cwd: avoid, env });
	await server.listening(port);
	const statuses = await sendOrders(port, 100);
	await delay(50); // for payments of orders that were given up
	const errors = /ERR_\w+|TimeoutError/.exec(server.output())?.[0] ?? 'no error';
	const charged = payments.received.filter(({ charge }) => charge).length;
	const paid = payments.received.filter(({ key }) => key === KEY).length;
	await server.kill('SIGKILL');
	payments.stop();
	return `status ${[...new Set(statuses)].join(' and ')}, ${errors}, ${charged} charged, ${paid} with the right key`;
}

/** How the server ends that checks everything. */
async function start(fault: Environment): Promise<string> {
	const env = environment('http://localhost/', await freePort(), fault);
	const server = startProcess(process.execPath, ['server.js'], { cwd: prefer, env });
	const { code, after } = await server.exited;
	return `exit code ${code} after ${(after / 1000).toFixed(2)} s, ${server.output().trim()}`;
}

/** What libraries do with that value of `NODE_ENV`. */
async function libraries(NODE_ENV: string): Promise<string> {
	const cwd = measureFolder({ 'app.js': NODE_ENV_APP });
	const app = startProcess(process.execPath, ['app.js'], { cwd, env: { NODE_ENV } });
	await app.exited;
	const [page, keeps] = JSON.parse(app.stdout()) as [string, boolean];
	return [
		`Express ${page.includes(cwd) ? 'sends the stack' : 'hides the stack'}`,
		`templates ${keeps ? 'kept' : 'read again'}`,
		`memory store ${app.output().includes('MemoryStore') ? 'warns' : 'silent'}`,
	].join(', ');
}

/** Time of one read, of the environment and of a frozen object. */
function measureReads(): void {
	process.env.PAYMENT_TIMEOUT_MS = '3000';
	const config = Object.freeze({ paymentTimeoutMs: '3000' });
	const READS = 2_000_000;
	const microseconds = (read: () => string): string => {
		let length = 0;
		const started = process.hrtime.bigint();
		for (let n = 0; n < READS; n++) length += read().length;
		const elapsed = Number(process.hrtime.bigint() - started);
		if (length !== READS * 4) throw new Error('not what was written');
		return `${(elapsed / READS / 1000).toFixed(3)} µs`;
	};
	console.log(`one read of process.env: ${microseconds(() => process.env.PAYMENT_TIMEOUT_MS!)}`);
	console.log(`one read of a frozen object: ${microseconds(() => config.paymentTimeoutMs)}`);
}
