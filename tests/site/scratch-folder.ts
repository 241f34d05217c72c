import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Beside the packages, so that a project can be built there; git knows nothing of it. */
const SCRATCH = resolve(import.meta.dirname, '../../.scratch');

/** A new empty folder. It stays until the next run, for whoever wants to look into it. */
export function scratchFolder(name: string): string {
	mkdirSync(SCRATCH, { recursive: true });
	return mkdtempSync(join(SCRATCH, `${name}-`));
}

/** Vitest calls this once before all tests. */
export default function removeScratchFolders(): void {
	rmSync(SCRATCH, { recursive: true, force: true });
}
