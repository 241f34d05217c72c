import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packRelease, releaseManifest, type Release } from './pack-release.ts';

export interface Registry {
	/** `http://127.0.0.1:<port>/` */
	readonly url: string;
	/** Adds a version, which becomes `latest`. One that exists gets other bytes. */
	publish(release: Release): void;
	/** Announces a vulnerability of all versions of a package. */
	advise(name: string, severity: 'moderate' | 'high'): void;
	stop(): Promise<void>;
}

/** Starts an npm registry in this process: npm reaches no network. */
export async function startRegistry(): Promise<Registry> {
	const releases = new Map<string, Release>();
	const advisories: Record<string, object[]> = {};
	const server = createServer((req, res) => {
		const path = req.url ?? '/';
		const [, name = '', , file = ''] = path.split('/');
		const release = releases.get(file);
		if (release) res.end(packRelease(release));
		else if (path.endsWith('/advisories/bulk')) res.end(JSON.stringify(advisories));
		else {
			const body = describePackage(name);
			res.writeHead(body ? 200 : 404).end(JSON.stringify(body ?? {}));
		}
	});
	server.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

	/** What npm asks for before it chooses a version. */
	function describePackage(name: string): object | undefined {
		const versions = [...releases.values()].filter((release) => release.name === name);
		const latest = versions.at(-1)?.version;
		if (!latest) return undefined;
		return {
			name,
			'dist-tags': { latest },
			versions: Object.fromEntries(versions.map((release) => [release.version, describe(release)])),
			time: Object.fromEntries(
				versions.map(({ version, days }) => [
					version,
					new Date(Date.now() - days * 86_400_000).toISOString(),
				]),
			),
		};
	}

	function describe(release: Release): object {
		const digest = createHash('sha512').update(packRelease(release)).digest('base64');
		const tarball = `${url}${release.name}/-/${fileOf(release)}`;
		return { ...releaseManifest(release), dist: { tarball, integrity: `sha512-${digest}` } };
	}

	return {
		url,
		publish: (release) => void releases.set(fileOf(release), release),
		advise(name, severity) {
			// npm keeps an advisory by its number.
			const id = Object.values(advisories).flat().length + (severity === 'high' ? 1_000 : 1);
			const text = { id, severity, title: 'Made up', url: `${url}advisories/${id}` };
			advisories[name] = [{ ...text, vulnerable_versions: '*' }];
		},
		async stop() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function fileOf({ name, version }: Release): string {
	return `${name}-${version}.tgz`;
}
