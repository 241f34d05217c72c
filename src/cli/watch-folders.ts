import { readdirSync, statSync, watch, type Dirent, type FSWatcher } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from './usage-error.ts';

/** Milliseconds in which changes are taken for one: an editor saves in several steps. */
const BURST = 80;

export interface FolderWatch {
	readonly close: () => void;
}

/**
 * Calls back after each burst of changes in some folders and all below them, folders that do not
 * exist yet included. Each folder is watched by itself: a recursive watch of Node.js loses sight of
 * a file on Linux once an editor has put another in its place.
 *
 * @param roots absolute paths
 * @throws UsageError where the system watches no more folders; later ones go to `onError`
 */
export function watchFolders(
	roots: readonly string[],
	onBurst: () => void,
	onError: (error: unknown) => void,
): FolderWatch {
	let watchers = new Map<string, FSWatcher>();
	let timer: NodeJS.Timeout | undefined;
	const onChange = (): void => {
		timer ??= setTimeout(() => {
			timer = undefined;
			try {
				follow();
			} catch (error) {
				onError(error);
			}
			onBurst();
		}, BURST);
	};
	const follow = (): void => {
		const next = new Map<string, FSWatcher>();
		for (const [folder, identity] of roots.flatMap(foldersBelow)) {
			const watcher = watchers.get(identity) ?? next.get(identity) ?? open(folder, onChange);
			if (watcher) next.set(identity, watcher);
		}
		for (const [identity, watcher] of watchers) if (!next.has(identity)) watcher.close();
		watchers = next;
	};
	follow();
	return {
		close() {
			clearTimeout(timer);
			for (const watcher of watchers.values()) watcher.close();
		},
	};
}

/**
 * A folder and all below it, or the nearest one above it that exists, each with what tells it from
 * a later one of the same name.
 */
function foldersBelow(root: string): [string, string][] {
	const found: [string, string][] = [];
	let start = root;
	while (!identityOf(start) && dirname(start) !== start) start = dirname(start);
	const folders = [start];
	for (const folder of folders) {
		const identity = identityOf(folder);
		if (identity === undefined) continue;
		found.push([folder, identity]);
		if (start !== root) break;
		for (const entry of list(folder))
			if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
				folders.push(join(folder, entry.name));
	}
	return found;
}

function identityOf(folder: string): string | undefined {
	const stat = statSync(folder, { throwIfNoEntry: false });
	return stat?.isDirectory() ? `${stat.ino} ${stat.birthtimeMs} ${folder}` : undefined;
}

/** A folder may go away between two looks. */
function list(folder: string): Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}

function open(folder: string, onChange: () => void): FSWatcher | undefined {
	try {
		// A folder that goes away is an error on some systems and a change on others.
		return watch(folder, onChange).on('error', onChange);
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code !== 'ENOSPC' && code !== 'EMFILE') return undefined;
		throw new UsageError(
			`The system watches no more folders: ${message}.`,
			'Name fewer folders, or raise its limit for watched files.',
		);
	}
}
