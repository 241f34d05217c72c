import { readSamples } from './read-samples.ts';

/** The block of a page, in a language, that contains a text: for those that have no title. */
export function findBlock(page: string, language: string, containing: string): string {
	const found = readSamples().filter(
		(sample) =>
			sample.page === page && sample.language === language && sample.code.includes(containing),
	);
	if (found.length !== 1)
		throw new Error(
			`${found.length} \`${language}\` blocks of ${page}.md contain \`${containing}\`, expected 1. Correct the test`,
		);
	return found[0]!.code;
}
