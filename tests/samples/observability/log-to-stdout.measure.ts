import { spawn } from 'node:child_process';

/**
 * What arrives on a pipe when a process ends, and what an unread pipe costs: `npm run measure -- log-to-stdout`.
 */
const LOGGERS = {
	'console.log': `const write = (event) => console.log(JSON.stringify(event));`,
	'pino()': `import pino from 'pino'; const logger = pino(); const write = (event) => logger.info(event);`,
	'pino, sync: true': `import pino from 'pino';
		const logger = pino(pino.destination({ sync: true })); const write = (event) => logger.info(event);`,
};

/** Lines that a reader finds which looks half a second later. */
async function arrived(logger: string, lines: number, end: string): Promise<string> {
	const script = `${logger} for (let i = 0; i < ${lines}; i++) write({ text: 'x'.repeat(200) }); ${end}`;
	const shell = spawn(
		'sh',
		[
			'-c',
			'("$0" --input-type=module -e "$1") 2>/dev/null | { sleep 0.7; wc -l; }',
			process.execPath,
			script,
		],
		{ cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] },
	);
	let output = '';
	shell.stdout.on('data', (text) => (output += String(text)));
	await new Promise((resolve) => shell.once('close', resolve));
	return output.trim();
}

/** MiB that a server gains from 200 MB of lines on a pipe that nobody reads. */
async function unread(logger: string): Promise<string> {
	const script = `${logger}
		import { createServer } from 'node:http';
		const mib = () => process.memoryUsage().rss / 2 ** 20;
		const server = createServer((req, res) => {
			if (req.url === '/log') for (let i = 0; i < 1000; i++) write({ text: 'x'.repeat(950) });
			res.end(String(mib()));
		}).listen(0, () => console.error(server.address().port));`;
	const shell = spawn(
		'sh',
		['-c', '"$0" --input-type=module -e "$1" | sleep 60', process.execPath, script],
		{ cwd: import.meta.dirname, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
	);
	try {
		const port = await new Promise<string>((resolve) =>
			shell.stderr.once('data', (text) => {
				resolve(String(text).trim());
			}),
		);
		const ask = async (path: string) => {
			const signal = AbortSignal.timeout(5000);
			return Number(await (await fetch(`http://localhost:${port}${path}`, { signal })).text());
		};
		const before = await ask('/');
		for (let i = 0; i < 200; i++) await ask('/log');
		return `${Math.round((await ask('/')) - before)} MiB more`;
	} catch (error) {
		return `no answer within 5 s (${error instanceof Error ? error.name : String(error)})`;
	} finally {
		process.kill(-shell.pid!, 'SIGKILL');
	}
}

for (const [name, logger] of Object.entries(LOGGERS)) {
	console.log(
		`${name}, 2,000 lines, then process.exit(1): ${await arrived(logger, 2000, 'process.exit(1)')} arrive`,
	);
	const killed = await arrived(logger, 10, `process.kill(process.pid, 'SIGKILL')`);
	console.log(`${name}, 10 lines, then SIGKILL: ${killed} arrive`);
	console.log(`${name}, 200 MB unread: ${await unread(logger)}`);
}
