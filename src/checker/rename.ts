import { createWitness } from './alignment/evidence.ts';
import { dice } from './alignment/likeness.ts';
import { parseDocument } from './document/parse-document.ts';
import type { SourceFile } from './source-file.ts';

/** Share of code, links, numbers and names from which a page is surely the same under a new name. */
const SAME = 0.5;

/**
 * The source page that an orphan was translated from, told by what a translation keeps.
 *
 * @param candidates source pages without a translation in the orphan's language
 * @param tags locale names that links may carry, in lower case
 */
export function findRenamed(
	orphan: SourceFile,
	candidates: Iterable<SourceFile>,
	tags: readonly string[],
): string | undefined {
	const marks = marksOf(orphan, tags);
	let best: { page: string; share: number } | undefined;
	for (const candidate of candidates) {
		const share = dice(marks, marksOf(candidate, tags)) ?? 0;
		if (share >= SAME && share > (best?.share ?? 0)) best = { page: candidate.page, share };
	}
	return best?.page;
}

function marksOf(file: SourceFile, tags: readonly string[]): ReadonlySet<string> {
	const document = parseDocument(file);
	return createWitness(document, tags).together(document.blocks).marks;
}
