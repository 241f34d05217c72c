import { existsSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['parity.config.ts', 'parity.config.mts', 'parity.config.js', 'parity.config.mjs'];

/** The file that configures a folder, if there is one. */
export function configName(folder: string): string | undefined {
	return NAMES.find((each) => existsSync(join(folder, each)));
}
