import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import { locales, sourceLocale } from '../locales.ts';

const port = Number(process.env.PORT || 4321);
const base = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/');
const folder = resolve(process.argv[2] ?? 'dist');

/**
 * Serves a built site as a static host would, below its base path, and a missing page in the
 * language of its address.
 */
function main(): void {
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		fail(
			`PORT is \`${process.env.PORT ?? ''}\`, not a port number. Set it to one from 1 to 65535.`,
		);
		return;
	}
	if (!existsSync(join(folder, '404.html'))) {
		fail(`There is no built site in ${folder}. Run \`npm run build\` first.`);
		return;
	}

	// `dev` reads files anew each time, so that a build behind a running server does no harm.
	const serveFile = sirv(folder, { dev: true, etag: true, onNoMatch: serveNotFound });
	const server = createServer((request, response) => {
		const { url = '/' } = request;
		if (url.startsWith(base)) request.url = url.slice(base.length - 1);
		else {
			response.writeHead(302, { location: base }).end();
			return;
		}
		serveFile(request, response);
	});
	server.on('error', (error: NodeJS.ErrnoException) => {
		fail(
			error.code === 'EADDRINUSE'
				? `Port ${port} is taken. Stop the program that uses it, or choose another port: PORT=${port + 1} npm start`
				: `The site cannot be served on port ${port}: ${error.message}.`,
		);
	});
	server.listen(port, () => {
		const address = server.address();
		const actual = typeof address === 'object' && address ? address.port : port;
		console.log('\nThe handbook is served. Stop it with Ctrl+C.\n');
		const width = Math.max(...locales.map(({ label }) => label.length));
		for (const { folder, label } of locales) {
			const path = folder === sourceLocale.folder ? '' : `${folder}/`;
			console.log(`  ${label.padEnd(width)}  http://localhost:${actual}${base}${path}`);
		}
		console.log('');
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => {
			server.close();
			server.closeAllConnections();
		});
}

function serveNotFound(request: IncomingMessage, response: ServerResponse): void {
	const [, first = ''] = (request.url ?? '/').split('/');
	const own = join(folder, first, '404', 'index.html');
	const isLocale = locales.some(({ folder }) => folder === first);
	response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
	createReadStream(isLocale && existsSync(own) ? own : join(folder, '404.html')).pipe(response);
}

function fail(sentence: string): void {
	console.error(sentence);
	process.exitCode = 1;
}

main();
