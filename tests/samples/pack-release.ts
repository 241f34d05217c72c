import { gzipSync } from 'node:zlib';

/** A version of a package, as its publisher describes it. */
export interface Release {
	readonly name: string;
	readonly version: string;
	/** How long it has been public. */
	readonly days: number;
	/** What its package.json has beside the name and the version. */
	readonly manifest?: {
		readonly scripts?: Readonly<Record<string, string>>;
		readonly bin?: string;
		readonly dependencies?: Readonly<Record<string, string>>;
		readonly peerDependencies?: Readonly<Record<string, string>>;
	};
	/** Text of each file, by its path in the package. */
	readonly files?: Readonly<Record<string, string>>;
}

/** The package.json of a release, with the mark by which a registry announces install scripts. */
export function releaseManifest({ name, version, manifest }: Release): object {
	const events = ['preinstall', 'install', 'postinstall'];
	const hasInstallScript = events.some((event) => manifest?.scripts?.[event]);
	return { name, version, ...manifest, ...(hasInstallScript && { hasInstallScript }) };
}

/** The bytes of a release: a compressed tar archive, with all files below `package/`. */
export function packRelease(release: Release): Buffer {
	const manifest = JSON.stringify(releaseManifest(release));
	const files = Object.entries({ 'package.json': manifest, ...release.files });
	const blocks = files.flatMap(([path, text]) => {
		const body = Buffer.from(text);
		return [tarHeader(`package/${path}`, body.length), body, Buffer.alloc(-body.length & 511)];
	});
	return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** One header of the POSIX `ustar` format: fields at fixed places, numbers in octal. */
function tarHeader(path: string, size: number): Buffer {
	const header = Buffer.alloc(512);
	header.write(path, 0);
	header.write('0000755\0', 100);
	header.write(size.toString(8).padStart(11, '0'), 124);
	header.write('0'.repeat(11), 136);
	// The sum counts its own field as spaces.
	header.write(' '.repeat(8), 148);
	header.write('ustar\0' + '00', 257);
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return header;
}
