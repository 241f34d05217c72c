import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PrivateRegistry {
	/** `127.0.0.1:<port>` */
	readonly host: string;
	/** A project's `package-lock.json` that takes the package from here. */
	readonly lockfile: string;
	stop(): Promise<void>;
}

/** Serves one package, `@shop/price`, to those who have the token. */
export async function startPrivateRegistry(
	token: string,
	source: string,
): Promise<PrivateRegistry> {
	const archive = pack(source);
	const server = createServer((req, res) => {
		if (req.headers.authorization === `Bearer ${token}`) res.end(archive);
		else res.writeHead(401).end();
	});
	server.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	const locked = {
		version: '1.0.0',
		resolved: `http://${host}/@shop/price/-/price-1.0.0.tgz`,
		integrity: `sha512-${createHash('sha512').update(archive).digest('base64')}`,
	};
	const packages = {
		'': { dependencies: { '@shop/price': '1.0.0' } },
		'node_modules/@shop/price': locked,
	};
	return {
		host,
		lockfile: JSON.stringify({ name: 'web', lockfileVersion: 3, requires: true, packages }),
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function pack(source: string): Buffer {
	const folder = mkdtempSync(join(tmpdir(), 'handbook-package-'));
	try {
		mkdirSync(join(folder, 'package'));
		const manifest = JSON.stringify({ name: '@shop/price', version: '1.0.0' });
		writeFileSync(join(folder, 'package/package.json'), manifest);
		writeFileSync(join(folder, 'package/index.js'), source);
		execFileSync('tar', ['-czf', 'price.tgz', 'package'], { cwd: folder });
		return readFileSync(join(folder, 'price.tgz'));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
