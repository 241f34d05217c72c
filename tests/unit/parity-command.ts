import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const project = resolve(import.meta.dirname, '../..');
export const command = join(project, 'src/cli/parity.mjs');

export interface Outcome {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** The part of `--format json` that tests look at. */
export interface JsonReport {
	readonly findings: readonly {
		readonly ruleId: string;
		readonly severity: string;
		readonly locale: string;
		readonly page: string;
		readonly message: string;
		readonly target: { readonly path: string; readonly start?: { readonly line: number } } | null;
		readonly fingerprint: string;
	}[];
	readonly summary: { readonly pages: number; readonly pairs: number; readonly errors: number };
}

/** A page of the service about orders, in English and as a translation with the same code. */
export const ENGLISH = `# Take orders

An order is stored before it is confirmed.

\`\`\`js
await store.save(order);
\`\`\`
`;
export const FRENCH = `# Prendre les commandes

Une commande est enregistrée avant d’être confirmée.

\`\`\`js
await store.save(order);
\`\`\`
`;
/** The translation lost its `await`. */
export const BROKEN = FRENCH.replace('await ', '');

/** A folder of its own for one test, with the given files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
	const folder = mkdtempSync(join(tmpdir(), 'parity-'));
	onTestFinished(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return folder;
}

/** What `parity` says when somebody types it in a folder, on a machine of their own. */
export function parity(
	folder: string,
	args: readonly string[],
	variables: Readonly<Record<string, string>> = {},
): Outcome {
	const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
		cwd: folder,
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
		env: cleanEnvironment(variables),
	});
	return { status, stdout, stderr };
}

/** What a program needs to run, and nothing that a workflow or whoever runs these tests has set. */
const NEEDED = new Set(['path', 'home', 'userprofile', 'systemroot', 'tmp', 'temp', 'tmpdir']);

export function cleanEnvironment(
	variables: Readonly<Record<string, string>> = {},
): Record<string, string | undefined> {
	const needed = Object.entries(process.env).filter(([name]) => NEEDED.has(name.toLowerCase()));
	return { ...Object.fromEntries(needed), ...variables };
}

/** Source in `en/`, translations in folders by locale. */
export const FOLDERS = ['--source', 'en/{page}', '--target', '{locale}/{page}'] as const;

/** `parity check --format json`, read. */
export function findings(folder: string, args: readonly string[]): JsonReport {
	const { stdout, stderr } = parity(folder, ['check', '--format', 'json', ...args]);
	if (stdout === '') throw new Error(stderr);
	return JSON.parse(stdout) as JsonReport;
}

/** One line for each finding: `fr/a.md code-drift`; a file that is not there in brackets. */
export function told({ findings }: JsonReport): string[] {
	return findings.map(
		({ ruleId, target, locale, page }) => `${target?.path ?? `(${locale} ${page})`} ${ruleId}`,
	);
}
