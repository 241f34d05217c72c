import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { startCommand } from './start-command.ts';

/** What an image holds and starts, apart from its base. */
export interface Image {
	/** The folder that stands for `/app`. */
	readonly app: string;
	readonly env: Readonly<Record<string, string>>;
	readonly user: string | undefined;
	readonly command: readonly string[];
	/** Every `RUN`, with the names that were in `/app` before it. */
	readonly runs: readonly { readonly command: string; readonly before: readonly string[] }[];
}

interface Stage {
	readonly app: string;
	readonly env: Record<string, string>;
	user?: string;
}

/**
 * Follows a Dockerfile without a container engine: each stage becomes a folder beside the context,
 * and `RUN` runs on this machine. It knows what the handbook's samples use, and `/app` only.
 *
 * @throws where a `RUN` fails, with its exit code as `status`
 */
export function buildStages(dockerfile: string, context: string): Image {
	const stages = new Map<string, Stage>();
	const runs: Image['runs'][number][] = [];
	let stage: Stage | undefined;
	// The tools of this project are not those of an image.
	const PATH = process.env.PATH?.split(delimiter).filter((path) => !path.endsWith('.bin'));
	const outside = { HOME: process.env.HOME, PATH: PATH?.join(delimiter) };
	for (const [instruction, value] of instructions(dockerfile)) {
		if (instruction === 'FROM') {
			const [base = '', , name = `stage-${stages.size}`] = value.split(' ');
			const before = stages.get(base);
			stage = { ...before, app: join(dirname(context), name), env: { ...before?.env } };
			mkdirSync(stage.app);
			if (before) cpSync(before.app, stage.app, { recursive: true });
			stages.set(name, stage);
		} else if (!stage) {
			throw new Error(`\`${instruction}\` before any \`FROM\``);
		} else if (instruction === 'COPY') {
			const words = value.split(' ');
			const from = words[0]!.startsWith('--from=') ? words.shift()!.slice(7) : undefined;
			const root = from === undefined ? context : stages.get(from)!.app;
			const to = join(stage.app, words.pop()!);
			for (const word of words) {
				const path = join(root, word.replace(/^\/app\//, ''));
				const single = !to.endsWith('/');
				cpSync(path, single ? to : join(to, word), { recursive: true, verbatimSymlinks: true });
			}
		} else if (instruction === 'RUN') {
			const command = value.replace(/^(--mount=\S+ )+/, '');
			runs.push({ command, before: readdirSync(stage.app).sort() });
			execFileSync('sh', ['-c', command], {
				cwd: stage.app,
				env: { ...outside, ...stage.env },
				stdio: 'pipe',
			});
		} else if (instruction === 'ENV') {
			const [name = '', ...text] = value.split('=');
			stage.env[name] = text.join('=');
		} else if (instruction === 'USER') {
			stage.user = value;
		} else if (!['CMD', 'ENTRYPOINT', 'WORKDIR'].includes(instruction)) {
			throw new Error(`\`${instruction}\` is not known here. Teach it to this function`);
		}
	}
	const { app, env, user } = stage!;
	return { app, env, user, command: startCommand(dockerfile), runs };
}

function instructions(dockerfile: string): [instruction: string, value: string][] {
	return dockerfile
		.replace(/^#.*\n/gm, '')
		.replace(/\\\n\s*/g, '')
		.split('\n')
		.filter(Boolean)
		.map((line) => {
			const [instruction = '', ...value] = line.split(' ');
			return [instruction, value.join(' ')];
		});
}
