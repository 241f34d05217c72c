import { dirname } from 'node:path';
import { readSamples } from '../read-samples.ts';

/**
 * The shell block of a page that contains a text, with the port of the page replaced: a test runs it
 * as a reader pastes it.
 */
export function shellBlock(page: string, containing: string, port: number): string {
	const found = readSamples().filter(
		(sample) =>
			sample.page === page && sample.language === 'sh' && sample.code.includes(containing),
	);
	if (found.length !== 1)
		throw new Error(
			`${found.length} shell blocks of ${page}.md contain \`${containing}\`, expected 1. Correct the test`,
		);
	return found[0]!.code.replaceAll('3000', String(port));
}

/** Environment in which `node` of a shell block is the Node.js that runs the tests. */
export const shellEnvironment: Readonly<Record<string, string>> = {
	PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
};
