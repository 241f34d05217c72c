#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import module, { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// The command that `package.json` names. TypeScript runs on Node.js 22.18 and newer; on older ones
// the Node.js that the project installs takes over.
if (process.features.typescript) {
	module.enableCompileCache?.();
	await import('./main.ts');
} else {
	const node = createRequire(import.meta.url).resolve('node/bin/node');
	const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
	const { status, error } = spawnSync(node, args, { stdio: 'inherit' });
	if (error)
		process.stderr.write(
			`parity needs Node.js 22.18 or newer: ${error.message}.\nRun \`npm ci\`, which installs one.\n`,
		);
	process.exitCode = status ?? 2;
}
