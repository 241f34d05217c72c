import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../checker/finding.ts';
import { codeStamp } from './code-stamp.ts';
import { OWN_FOLDER } from './make-plan.ts';
import type { Plan } from './plan.ts';
import { WriteError, writeWhole } from './write-file.ts';

/** What the last run found on each page, by all that its findings depend on. */
export interface FindingsCache {
	/** Of how many pages something is known. */
	readonly size: number;
	/** @param key as `keyOf` gives it */
	find(key: string): readonly Finding[] | undefined;
	/** Puts what this run knows in the place of what the last one knew. */
	replace(known: ReadonlyMap<string, readonly Finding[]>): void;
}

/** Where tools that npm installs leave what they may lose: `npm ci` empties it. */
const FOLDER = join(OWN_FOLDER, 'node_modules/.cache/parity');

/** Most plans that are remembered: somebody may check a hundred folders once. */
const MOST_FILES = 20;

interface Stored {
	/** What the findings depend on beside the pages. */
	readonly stamp: string;
	readonly pages: Readonly<Record<string, readonly Finding[]>>;
}

/**
 * The cache of a plan, empty where the checker, its packages, Node.js or the day are not those of
 * the last run: a waiver may have expired since. A cache that cannot be read is an empty one.
 *
 * @param folder where caches lie
 * @returns `undefined` where it cannot be told whether the checker has changed
 */
export function openCache(plan: Plan, folder = FOLDER): FindingsCache | undefined {
	const code = codeStamp(OWN_FOLDER);
	if (code === undefined) return undefined;
	const { today, ...lasting } = plan;
	const path = join(folder, `${digest(JSON.stringify(lasting))}.json`);
	const stamp = digest(JSON.stringify([code, process.version, today, lasting]));
	const pages = new Map(Object.entries(readPages(path, stamp)));
	return {
		size: pages.size,
		find: (key) => pages.get(key),
		replace(known) {
			const stored: Stored = { stamp, pages: Object.fromEntries(known) };
			try {
				mkdirSync(folder, { recursive: true });
				dropOldest(folder);
				writeWhole(path, JSON.stringify(stored));
			} catch (error) {
				// Where nothing can be kept, each run is the first one.
				if (!(error instanceof WriteError) && !isOfDisk(error)) throw error;
			}
		},
	};
}

function digest(text: string): string {
	return hash('sha256', text, 'base64url');
}

function readPages(path: string, stamp: string): Stored['pages'] {
	try {
		const stored = JSON.parse(readFileSync(path, 'utf8')) as Partial<Stored> | null;
		return stored?.stamp === stamp ? (stored.pages ?? {}) : {};
	} catch (error) {
		if (!(error instanceof SyntaxError) && !isOfDisk(error)) throw error;
		return {};
	}
}

function dropOldest(folder: string): void {
	const files = readdirSync(folder).map((name) => join(folder, name));
	if (files.length < MOST_FILES) return;
	const byAge = files.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
	for (const file of byAge.slice(MOST_FILES - 1)) rmSync(file, { force: true });
}

function isOfDisk(error: unknown): boolean {
	return error instanceof Error && 'syscall' in error;
}
