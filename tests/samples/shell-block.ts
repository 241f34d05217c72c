import { dirname } from 'node:path';
import { findBlock } from './find-block.ts';

/**
 * The shell block of a page that contains a text, with the port of the page replaced: a test runs it
 * as a reader pastes it.
 */
export function shellBlock(page: string, containing: string, port: number): string {
	return findBlock(page, 'sh', containing).replaceAll('3000', String(port));
}

/** Environment in which `node` of a shell block is the Node.js that runs the tests. */
export const shellEnvironment: Readonly<Record<string, string>> = {
	PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
};
