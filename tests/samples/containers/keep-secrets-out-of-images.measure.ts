import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sampleCode } from '../read-samples.ts';
import { findRedis, startRedis } from '../start-redis.ts';
import { leaksOf } from './environment-leaks.ts';
import { rotatePassword } from './password-rotation.ts';

if (process.platform !== 'linux' || !findRedis()) {
	console.error('Measuring needs Linux and `redis-server` (Debian: apt-get install redis-server)');
	process.exit(1);
}

for (const where of ['environment', 'file'] as const) {
	for (const [place, shows] of Object.entries(leaksOf(where)))
		console.log(`secret in ${where}, shows in ${place}: ${shows ? 'yes' : 'no'}`);
}

for (const section of ['Avoid', 'Prefer']) {
	const redis = await startRedis();
	const folder = mkdtempSync(join(tmpdir(), 'handbook-rotation-'));
	try {
		const packages = resolve(import.meta.dirname, '../../../node_modules');
		symlinkSync(packages, join(folder, 'node_modules'), 'junction');
		writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
		const code = sampleCode(`containers/keep-secrets-out-of-images ${section} cache.js`);
		writeFileSync(join(folder, 'cache.js'), code);
		const answers = await rotatePassword(folder, redis.url);
		console.log(`Redis before and after a rotation, ${section}: ${answers.join(', ')}`);
	} finally {
		await redis.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}
