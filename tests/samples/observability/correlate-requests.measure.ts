import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { sampleCode } from '../read-samples.ts';
import { measureFolder } from '../measure-folder.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';

const PAGE = 'observability/correlate-requests';
const cwd = measureFolder({
	'shared-id.js': sampleCode(`${PAGE} Avoid shared-id.js`),
	'enter-with.js': sampleCode(`${PAGE} Avoid enter-with.js`),
	'shared-mixin.js': sampleCode(`${PAGE} Avoid shared-mixin.js`),
	'keep-alive.js': `
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
const store = new AsyncLocalStorage();
createServer((req, res) => {
	const found = store.getStore() ?? 'none';
	if (req.url === '/first') store.enterWith('first');
	res.end(found);
}).listen(process.env.PORT);`,
	'batch.js': `
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
const store = new AsyncLocalStorage();
let batch = [];
const load = (callback) => {
	if (batch.push(callback) > 1) return;
	setTimeout(() => batch.splice(0).forEach((run) => run()), 5);
};
for (const [name, wrap] of [['as it is', (f) => f], ['bound', AsyncResource.bind]]) {
	const seen = await Promise.all(['a', 'b', 'c'].map((id) => store.run(id, () =>
		new Promise((resolve) => load(wrap(() => resolve(store.getStore())))))));
	console.log('callbacks of a, b, c in one batch, ' + name + ': see ' + seen);
}`,
});

async function serve(file: string) {
	const port = await freePort();
	const server = startProcess(process.execPath, [file], { cwd, env: { PORT: String(port) } });
	await server.listening(port);
	return { server, port };
}

const shared = await serve('shared-id.js');
const answers = await Promise.all(
	Array.from({ length: 20 }, async (_, index) => {
		const headers = { 'x-request-id': String(index) };
		const answer = await fetch(`http://localhost:${shared.port}/orders`, { headers });
		return Number(await answer.text()) === index;
	}),
);
console.log(
	`variable of the module: ${answers.filter((own) => !own).length} of 20 answers are wrong`,
);
await shared.server.kill('SIGKILL');

const keepAlive = await serve('keep-alive.js');
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
for (const path of ['/first', '/second']) {
	const request = get({ port: keepAlive.port, path, agent });
	const [response] = (await once(request, 'response')) as [AsyncIterable<Buffer>];
	let body = '';
	for await (const chunk of response) body += String(chunk);
	console.log(`enterWith on a keep-alive connection, ${path}: context ${body}`);
}
agent.destroy();
await keepAlive.server.kill('SIGKILL');

for (const file of ['enter-with.js', 'shared-mixin.js', 'batch.js']) {
	const main = startProcess(process.execPath, [file], { cwd });
	await main.exited;
	console.log(main.stdout().trimEnd());
}
