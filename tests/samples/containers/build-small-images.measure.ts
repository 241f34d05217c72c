import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small service, with what its developers use. */
const PROJECT = {
	name: 'web',
	dependencies: { express: '5.3.0', pino: '10.4.0' },
	devDependencies: {
		'@types/express': '5.0.6',
		'@types/node': '24.19.2',
		eslint: '10.15.0',
		typescript: '6.0.3',
		vitest: '5.1.1',
	},
};
const folder = mkdtempSync(join(tmpdir(), 'handbook-image-'));
try {
	writeFileSync(join(folder, 'package.json'), JSON.stringify(PROJECT));
	npm('install', '--package-lock-only');
	for (const command of [['ci'], ['ci', '--omit=dev']]) {
		npm(...command);
		report(`npm ${command.join(' ')}`, join(folder, 'node_modules'));
	}
	const npmFile = execFileSync('sh', ['-c', 'realpath "$(command -v npm)"'], { encoding: 'utf8' });
	report(`npm ${npm('--version').trim()} itself`, join(npmFile, '../../node_modules'));

	const scripts = { build: 'tsc' };
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...PROJECT, scripts }));
	try {
		npm('run', 'build');
	} catch (error) {
		const { status, stderr } = error as { status: number; stderr: string };
		console.log(`npm run build after npm ci --omit=dev: code ${status}, ${stderr.trim()}`);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function npm(...args: string[]): string {
	return execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

function report(label: string, modules: string): void {
	const files = globSync('**', { cwd: modules, withFileTypes: true }).filter((file) =>
		file.isFile(),
	);
	const bytes = files.reduce(
		(sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
		0,
	);
	const packages = files.filter(
		({ parentPath, name }) =>
			name === 'package.json' && /(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/.test(parentPath),
	);
	console.log(`${label}: ${packages.length} packages, ${(bytes / 2 ** 20).toFixed(1)} MiB`);
}
