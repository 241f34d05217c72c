#!/usr/bin/env node
import module, { createRequire } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import v8 from 'node:v8';

// The command that `package.json` names. It needs Node.js 24, for TypeScript and `RegExp.escape`; on
// older ones the Node.js that the project installs takes over.
if (process.features.typescript && 'escape' in RegExp) {
	// A run is over before the code that V8's slowest compiler makes has paid for itself: it takes a
	// quarter of the processor's time for a thousand pages. Its quickest one makes up for that.
	v8.setFlagsFromString('--no-opt');
	v8.setFlagsFromString('--always-sparkplug');
	// By default, what pages have left behind is collected so late that memory grows with their number.
	// Less than this, and collecting it so often takes a tenth of the processor's time.
	v8.setFlagsFromString('--heap-growing-percent=150');
	module.enableCompileCache?.();
	const { findBundle } = await import('./find-bundle.ts');
	const bundle = findBundle(resolve(import.meta.dirname, '../..'));
	await import(bundle ? pathToFileURL(bundle).href : './main.ts');
} else {
	const { spawnSync } = await import('node:child_process');
	const node = createRequire(import.meta.url).resolve('node/bin/node');
	const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
	const { status, error } = spawnSync(node, args, { stdio: 'inherit' });
	if (error)
		process.stderr.write(
			`parity needs Node.js 24 or newer: ${error.message}.\nRun \`npm ci\`, which installs one.\n`,
		);
	process.exitCode = status ?? 2;
}
