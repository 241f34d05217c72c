import { sampleCode } from '../read-samples.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { FAILING_DATABASE } from './failing-database.ts';
import { measureFolder } from '../measure-folder.ts';

const PAGE = 'reliability/handle-errors-centrally';
const cwd = measureFolder({
	'database.js': FAILING_DATABASE,
	'stack.js': sampleCode(`${PAGE} Avoid stack.js`),
	'layers.js': sampleCode(`${PAGE} Avoid layers.js`),
	'string.js': sampleCode(`${PAGE} Avoid string.js`),
	'return.js': sampleCode(`${PAGE} Avoid return.js`),
	'log-1000.js': `
import pino from 'pino';
import { order } from './layers.js';
const log = pino();
for (let i = 0; i < 1_000; i += 1) await order(2).catch((error) => log.error(error, 'failed'));`,
	'log-string.js': `
import pino from 'pino';
import { order } from './string.js';
const insert = async () => { throw Object.assign(new Error('why'), { code: '23505' }); };
await order(insert, 1).catch((err) => pino({ base: null, timestamp: false }).error({ err }));`,
	'try.js': `
import { orderOrWait } from './return.js';
const order = async () => { await null; throw new Error('failed'); };
console.log(await orderOrWait(order).then(() => 'runs', () => 'never runs'));`,
});
async function print(file: string): Promise<string> {
	const main = startProcess(process.execPath, [file], { cwd });
	await main.exited;
	return main.stdout().trim();
}

const logged = await print('log-1000.js');
console.log(`log lines of 1,000 failures: ${logged.split('\n').length}`);
console.log(`log line of a string: ${await print('log-string.js')}`);
console.log(`catch block around a returned promise: ${await print('try.js')}`);

const port = await freePort();
const server = startProcess(process.execPath, ['stack.js'], { cwd, env: { PORT: String(port) } });
await server.listening(port);
const body = await (await fetch(`http://localhost:${port}/orders/2`)).text();
const files = new Set(body.match(/[^ (]+(?=:\d+:\d+)/g));
console.log(`text of the database error in the answer: ${body.includes('ECONNREFUSED 10.0.0.5')}`);
console.log(`files named in the answer: ${files.size}`);
await server.kill('SIGKILL');
