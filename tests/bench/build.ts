/**
 * How fast the site builds, beside stock Starlight over the same pages: `npm run bench:build`.
 * Cold builds begin with empty caches, warm ones with those of the build before.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { locales } from '../../src/locales.ts';
import { scratchFolder } from '../site/scratch-folder.ts';
import { generateContent, generateStockProject } from './generate-content.ts';

const root = resolve(import.meta.dirname, '../..');
const sizes = process.argv.slice(2).map(Number);

interface Run {
	readonly seconds: number;
	/** Largest resident set of the build's process, in MiB. */
	readonly memory: number;
}

function build(project: string, dist: string, env: Readonly<Record<string, string>>): Run {
	const report = `process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))`;
	const start = performance.now();
	const { status, stderr, stdout } = spawnSync(
		process.execPath,
		[
			...['--import', `data:text/javascript,${encodeURIComponent(report)}`],
			...[join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', dist],
		],
		{
			cwd: project,
			encoding: 'utf8',
			env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...env },
		},
	);
	if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
	const seconds = (performance.now() - start) / 1000;
	return { seconds, memory: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
}

/** Median size of an HTML page in kB, as it is and compressed. */
function pageSizes(dist: string): { count: number; raw: number; gzip: number } {
	const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.html') && !path.includes('404'))
		.map((path) => readFileSync(join(dist, path)));
	const median = (numbers: number[]): number =>
		numbers.sort((a, b) => a - b)[numbers.length >> 1]! / 1000;
	return {
		count: pages.length,
		raw: median(pages.map(({ length }) => length)),
		gzip: median(pages.map((page) => gzipSync(page, { level: 9 }).length)),
	};
}

console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}\n`);
console.log(
	'| pages per language | site | cache | seconds | pages/s | peak MiB | kB/page | gzip |',
);
console.log('| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |');
for (const size of sizes.length > 0 ? sizes : [50, 250]) {
	const scratch = scratchFolder('bench');
	const content = join(scratch, 'content');
	const perLanguage = generateContent(join(root, 'content'), content, size);
	const stock = join(scratch, 'stock');
	generateStockProject(content, stock);
	const sites = [
		{ name: 'handbook', project: root, env: { CONTENT_DIR: content } },
		{ name: 'stock Starlight', project: stock, env: {} },
	];
	const seconds = new Map<string, number>();
	for (const cache of ['cold', 'warm'])
		for (const { name, project, env } of sites) {
			const dist = join(scratch, name, 'dist');
			const run = build(project, dist, { ...env, CACHE_DIR: join(scratch, name, 'cache') });
			const { count, raw, gzip } = pageSizes(dist);
			seconds.set(`${name} ${cache}`, run.seconds);
			console.log(
				`| ${[
					perLanguage,
					name,
					cache,
					run.seconds.toFixed(1),
					(count / run.seconds).toFixed(1),
					run.memory.toFixed(0),
					raw.toFixed(1),
					gzip.toFixed(1),
				].join(' | ')} |`,
			);
		}
	const ratio = (cache: string): string =>
		(seconds.get(`stock Starlight ${cache}`)! / seconds.get(`handbook ${cache}`)!).toFixed(2);
	console.log(
		`\n${perLanguage * locales.length} pages: stock Starlight takes ${ratio('cold')} times as long cold, ${ratio('warm')} times warm.\n`,
	);
	rmSync(scratch, { recursive: true });
}
