import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startProcess } from '../start-process.ts';
import type { Release } from '../pack-release.ts';

/** A package as its author published it, and as an attacker did one hour ago. */
export const original: Release = {
	name: 'line-painter',
	version: '1.4.0',
	days: 400,
	files: { 'index.js': '' },
};
const steal = "require('node:fs').writeFileSync(process.env.STOLEN, process.env.NPM_TOKEN);";
export const attack: Release = {
	...original,
	version: '1.4.1',
	days: 1 / 24,
	manifest: { scripts: { postinstall: 'node index.js' } },
	files: { 'index.js': steal },
};

export const fix: Release = { ...original, version: '1.4.2', days: 0 };

/** A project that depends on the package. npm reads no settings of this machine there. */
export interface AttackedProject {
	/** Writes a file, or reads it. */
	write(name: string, text: string): void;
	read(name: string): string;
	has(name: string): boolean;
	/** Runs a line as a reader types it. */
	run(line: string): Promise<{ code: number | null; output: string }>;
	/** Installed version of the package. */
	installed(): string;
	/** Whether the attacker has the token; forgets it. */
	stolen(): boolean;
	remove(): void;
}

/** @param npm folder of the npm to use, if it is not the first one of PATH */
export function attackedProject(registry: string, npm = ''): AttackedProject {
	const path = mkdtempSync(join(tmpdir(), 'handbook-attacked-'));
	const at = (name: string) => join(path, name);
	const dependencies = { [original.name]: '^1.4.0' };
	const manifest = { name: 'shop', version: '1.0.0', private: true, dependencies };
	writeFileSync(at('package.json'), JSON.stringify(manifest));
	const folders = [npm, dirname(process.execPath), process.env.PATH].filter(Boolean);
	const env = {
		PATH: folders.join(':'),
		HOME: path,
		NPM_TOKEN: 'for-tests',
		STOLEN: at('stolen.txt'),
		npm_config_registry: registry,
		npm_config_cache: at('cache'),
		npm_config_update_notifier: 'false',
	};
	return {
		write: (name, text) => {
			writeFileSync(at(name), text);
		},
		read: (name) => readFileSync(at(name), 'utf8'),
		has: (name) => existsSync(at(name)),
		async run(line) {
			const shell = startProcess('sh', ['-c', line], { cwd: path, env });
			const { code } = await shell.exited;
			return { code, output: shell.output() };
		},
		installed() {
			const file = at(`node_modules/${original.name}/package.json`);
			return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
		},
		stolen() {
			const isStolen = existsSync(at('stolen.txt'));
			rmSync(at('stolen.txt'), { force: true });
			return isStolen;
		},
		remove: () => {
			rmSync(path, { recursive: true, force: true });
		},
	};
}
