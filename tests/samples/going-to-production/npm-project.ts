import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from '../start-process.ts';

export interface NpmResult {
	readonly code: number | null;
	readonly output: string;
}

/** A folder in which npm works, with settings and a cache of its own, far from this repository. */
export interface NpmProject {
	readonly path: string;
	/** Writes a file; anything but text as JSON. */
	write(name: string, content: unknown): void;
	remove(name: string): void;
	/** A file's text; empty where there is none. */
	read(name: string): string;
	/** Versions of the packages in `node_modules`, by their names. */
	installed(): Record<string, string>;
	npm(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<NpmResult>;
	/** Deletes the folder. */
	stop(): void;
}

/**
 * @param registry the address that packages come from
 * @param command what starts npm: `['npm']`, or a version of it
 */
export function npmProject(registry: string, command: readonly string[] = ['npm']): NpmProject {
	const root = mkdtempSync(join(tmpdir(), 'handbook-npm-'));
	const path = join(root, 'shop');
	mkdirSync(path);
	const packages = join(path, 'node_modules');
	const read = (name: string): string =>
		existsSync(join(path, name)) ? readFileSync(join(path, name), 'utf8') : '';
	return {
		path,
		read,
		write(name, content) {
			const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
			writeFileSync(join(path, name), text);
		},
		remove(name) {
			rmSync(join(path, name), { recursive: true, force: true });
		},
		installed() {
			const names = existsSync(packages) ? readdirSync(packages) : [];
			return Object.fromEntries(
				names.flatMap((name) => {
					const manifest = read(join('node_modules', name, 'package.json'));
					return manifest ? [[name, (JSON.parse(manifest) as { version: string }).version]] : [];
				}),
			);
		},
		async npm(args, env) {
			const [program = '', ...first] = command;
			const process = startProcess(program, [...first, ...args], {
				cwd: path,
				env: {
					HOME: join(root, 'home'),
					npm_config_cache: join(root, 'cache'),
					npm_config_globalconfig: join(root, 'none'),
					npm_config_registry: registry,
					npm_config_update_notifier: 'false',
					npm_config_audit: 'false',
					npm_config_fund: 'false',
					// Otherwise npm asks again for a minute before it says that an archive is wrong.
					npm_config_fetch_retries: '0',
					...env,
				},
			});
			const { code } = await process.exited;
			return { code, output: process.output() };
		},
		stop() {
			rmSync(root, { recursive: true, force: true });
		},
	};
}

/** A package whose install script leaves a file `<name>-saw` with what the script can see. */
export function curious(name: string, version: string, days = 100) {
	return {
		name,
		version,
		days,
		manifest: { scripts: { postinstall: 'node install.js' } },
		files: {
			'install.js': `require('node:fs').writeFileSync(
				process.env.INIT_CWD + '/${name}-saw', process.env.NPM_TOKEN ?? 'nothing')`,
		},
	};
}
