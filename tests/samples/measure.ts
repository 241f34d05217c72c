import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { releaseLines } from '../../src/releases.ts';

/**
 * Repeats the measurements behind a page, on each version that the handbook measures:
 * `npm run measure -- be-stateless`.
 */
const scripts = new Map(
	globSync('*/*.measure.ts', { cwd: import.meta.dirname }).map((path) => [
		basename(path, '.measure.ts'),
		join(import.meta.dirname, path),
	]),
);
const names = process.argv.slice(2);
const unknown = names.filter((name) => !scripts.has(name));
if (names.length === 0 || unknown.length > 0) {
	const problem = unknown.length > 0 ? `Nothing is measured for ${unknown.join(', ')}. ` : '';
	console.error(`${problem}Name one or more of: ${[...scripts.keys()].sort().join(', ')}`);
	process.exit(2);
}

for (const name of names) {
	for (const { measured } of releaseLines) {
		if (!measured) continue;
		console.log(`\n${name} on Node.js ${measured}`);
		// The `node` package brings the binary of exactly this version.
		const command = ['--yes', `node@${measured}`, scripts.get(name)!];
		const { status } = spawnSync('npx', command, { stdio: 'inherit' });
		if (status !== 0) process.exitCode = 1;
	}
}
