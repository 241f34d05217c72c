import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { sampleCode } from '../read-samples.ts';
import { confinementProblem, makeControlGroup, type ControlGroup } from './control-group.ts';

const problem = confinementProblem();
if (problem) {
	console.error(problem);
	process.exit(1);
}

const HEAP = 'Math.round(v8.getHeapStatistics().heap_size_limit / 2 ** 20)';
const SCRIPTS: Readonly<Record<string, string>> = {
	'leak.mjs': sampleCode('containers/set-memory-limits How to check leak.js'),
	'small-objects.mjs': 'let last; for (let n = 0; ; n++) last = { n, text: `item ${n}`, last };',
	'heap-limit.cjs': `const v8 = require('node:v8'); console.log(${HEAP})`,
	'buffers.cjs': `
		const kept = Buffer.alloc(200 * 2 ** 20, 1);
		const { heapUsed, rss } = process.memoryUsage();
		console.log([kept.length, heapUsed, rss].map((bytes) => Math.round(bytes / 2 ** 20)).join(', '));`,
	'worker.cjs': `
		const { isMainThread, Worker } = require('node:worker_threads');
		const v8 = require('node:v8');
		if (isMainThread) {
			new Worker(__filename, { resourceLimits: { maxOldGenerationSizeMb: 64 } })
				.on('error', ({ code }) => console.log(code));
		} else {
			let last, peak = 0;
			for (let n = 0; ; n++) {
				last = { n, last };
				if (n % 1e5) continue;
				const used = v8.getHeapStatistics().used_heap_size / 2 ** 20;
				if (used > peak + 10) require('node:fs').writeSync(1, Math.round(peak = used) + ' ');
			}
		}`,
};
/** Shows a process its own group as the root of the tree, as container engines do. */
const AS_CONTAINER = 'mount --bind "$0" /sys/fs/cgroup/memory && exec "$@"';
/** Shows a process files of version 2; `$0` is the group of the two that has the limit. */
const WITH_VERSION_2 = `
	mount -t tmpfs none /sys/fs/cgroup && mkdir -p /sys/fs/cgroup/outer/inner
	for group in outer outer/inner; do
		for file in max high; do echo max > /sys/fs/cgroup/$group/memory.$file; done
	done
	echo ${512 * 2 ** 20} > "/sys/fs/cgroup/$0/memory.max"
	echo 0::/outer/inner > /sys/fs/cgroup/own && mount --bind /sys/fs/cgroup/own /proc/$$/cgroup
	exec "$@"`;
const AS_PROCESS_1 = ['unshare', '--pid', '--fork', '--mount-proc'];

const scratch = mkdtempSync(join(tmpdir(), 'handbook-memory-'));
try {
	for (const [name, code] of Object.entries(SCRIPTS)) writeFileSync(join(scratch, name), code);
	measureSeen();
	measureHeapLimits();
	measureOutside();
	measureEnds();
} finally {
	rmSync(scratch, { recursive: true, force: true });
}

/** Which limits Node.js sees. */
function measureSeen(): void {
	inGroup(512, (group) => {
		report('control groups, version', String(group.version));
		report('constrainedMemory() in 512 MiB', run(group, '-p process.constrainedMemory()/2**20'));
		report('os.totalmem() in 512 MiB', run(group, '-p Math.round(os.totalmem()/2**20)'));
		const child = makeControlGroup(undefined, group);
		report('heap limit, 512 MiB set on the parent group only', run(child, 'heap-limit.cjs'));
		child.remove();
		const mount = ['unshare', '--mount', 'sh', '-c'];
		if (group.version === 1) {
			const before = [...mount, AS_CONTAINER, group.path];
			report('heap limit, group mounted as the root', run(group, 'heap-limit.cjs', { before }));
		}
		for (const limited of ['outer/inner', 'outer']) {
			const before = [...mount, WITH_VERSION_2, limited];
			const label = `heap limit, emulated files of version 2, 512 MiB set on ${limited}`;
			report(label, run(undefined, 'heap-limit.cjs', { before }));
		}
	});
}

function measureHeapLimits(): void {
	// V8 never counts on more memory than the machine has.
	const sizes = [256, 512, 1024, 2048, 4096, 8192, 16384];
	for (const size of sizes.filter((mebibytes) => mebibytes * 2 ** 20 <= totalmem())) {
		inGroup(size, (group) => {
			for (const option of ['', percentage(60), percentage(75)])
				report(`heap limit in ${size} MiB ${option}`, run(group, `${option} heap-limit.cjs`));
		});
	}
	inGroup(512, (group) => {
		const option = percentage(60);
		const env = { NODE_OPTIONS: option };
		report('heap limit, 60 % in NODE_OPTIONS', run(group, 'heap-limit.cjs', { env }));
		report('heap limit, 60 % behind the script', run(group, `heap-limit.cjs ${option}`));
		report('heap limit, size=512', run(group, '--max-old-space-size=512 heap-limit.cjs'));
	});
}

/** Memory that the limit of the main heap does not cover. */
function measureOutside(): void {
	inGroup(512, (group) => {
		report('200 MiB of Buffers, heap, RSS', run(group, 'buffers.cjs'));
		report('heap of a worker limited to 64 MiB', run(group, 'worker.cjs'));
		report('the same with 60 %', run(group, `${percentage(60)} worker.cjs`));
	});
}

/** How processes that allocate without end come to theirs, and what they leave in their folder. */
function measureEnds(): void {
	const snapshot = '--heapsnapshot-near-heap-limit=1';
	const runs: [number, string, string[]?][] = [
		[256, 'leak.mjs'],
		[512, 'leak.mjs'],
		[512, '--max-old-space-size=512 leak.mjs'],
		[512, `${percentage(60)} leak.mjs`],
		[512, `${percentage(60)} leak.mjs`, AS_PROCESS_1],
		[512, `${percentage(60)} leak.mjs buffers`],
		[256, `${percentage(60)} ${snapshot} small-objects.mjs`],
		[512, `${percentage(60)} ${snapshot} small-objects.mjs`],
		[1024, `${percentage(60)} ${snapshot} small-objects.mjs`],
		[512, `${percentage(60)} ${snapshot} leak.mjs`],
	];
	for (const [size, args, before] of runs) {
		inGroup(size, (group) => {
			const label = `${size} MiB, ${before ? 'process number 1, ' : ''}${args}`;
			report(label, run(group, `--report-on-fatalerror ${args}`, { before }));
		});
	}
}

function percentage(share: number): string {
	return `--max-old-space-size-percentage=${share}`;
}

function inGroup(mebibytes: number, use: (group: ControlGroup) => void): void {
	const group = makeControlGroup(mebibytes);
	try {
		use(group);
	} finally {
		group.remove();
	}
}

/**
 * Runs this Node.js in a group. Returns what it prints, or how it ends where it fails.
 *
 * @param before the words of a command that starts it in other surroundings
 */
function run(
	group: ControlGroup | undefined,
	args: string,
	{ before = [], env }: { before?: string[] | undefined; env?: Record<string, string> } = {},
): string {
	const files = new Set(readdirSync(scratch));
	const words = [...before, process.execPath, ...args.split(' ').filter(Boolean)];
	const [command = '', ...rest] = group ? group.confined(words) : words;
	const { status, signal, stdout, stderr } = spawnSync(command, rest, {
		cwd: scratch,
		env: { ...process.env, ...env },
		encoding: 'utf8',
		timeout: 60_000,
	});
	if (status === 0) return stdout.trim();
	// A shell tells of a signal by 128 and its number.
	const code = signal ? 128 + constants.signals[signal] : status;
	const message = /heap out of memory|unshare: .*|mount: .*/.exec(stderr)?.[0] ?? 'no message';
	const left = readdirSync(scratch).filter((name) => !files.has(name));
	const sizes = left.map((name) => {
		const { size } = statSync(join(scratch, name));
		rmSync(join(scratch, name));
		return `${name.split('.')[0]} of ${size} bytes`;
	});
	return [`exit code ${code}`, message, ...sizes].join(', ');
}

function report(label: string, value: string): void {
	console.log(`${label.trim()}: ${value}`);
}
