import type { Alignment, Extra, Match, Missing } from './alignment/alignment.ts';
import type { Block } from './document/block.ts';

/** A heading that stands above other text than in the source, while all text is where it was. */
export interface DisplacedHeading {
	readonly missing: Missing;
	readonly extra: Extra;
	/** The text of the translation above which it belongs. */
	readonly before: Block;
}

/**
 * Headings that seem missing here and new there, of one level, where the page has all else between
 * the headings around them: a translator has put them too high, or too low.
 */
export function findDisplacedHeadings({
	missing,
	extra,
	missingSections,
	extraSections,
	matches,
}: Lists): DisplacedHeading[] {
	if (![missing, extra].every((lone) => lone.length > 0)) return [];
	// What is missing at a place stands before whatever is there.
	const places: Place[] = [
		...[...missing, ...missingSections].map((each) => ({ missing: each, line: each.at.line })),
		...[...extra, ...extraSections].map((each) => ({ extra: each, line: lineOf(each) })),
		...matches.map((each) => ({ match: each, line: lineOf(each) })),
	].sort((a, b) => a.line - b.line);
	const below = new Map(matches.map((each) => [lineOf(each), each.target] as const).toReversed());

	const found: DisplacedHeading[] = [];
	let [lone, hasText]: [Place[], boolean] = [[], false];
	const close = (): void => {
		const gone = lone.find((each) => each.missing)?.missing;
		const come = lone.find((each) => each.extra)?.extra;
		const before = gone && below.get(gone.at.line);
		if (lone.length === 2 && hasText && before && come && areOne(gone.source, come.target))
			found.push({ missing: gone, extra: come, before });
		[lone, hasText] = [[], false];
	};
	for (const place of places)
		if (!place.match) lone.push(place);
		else if (place.match.target.kind === 'heading') close();
		else if (lone.length === 1) hasText = true;
	close();
	return found;
}

type Lists = Pick<Alignment, 'missing' | 'extra' | 'missingSections' | 'extraSections' | 'matches'>;

/** A place of the translation, with what stands there or should. */
interface Place {
	readonly line: number;
	readonly missing?: Missing;
	readonly extra?: Extra;
	readonly match?: Match;
}

function lineOf({ target }: { readonly target: Block }): number {
	return target.span.start.line;
}

function areOne(source: Block, target: Block): boolean {
	return source.kind === 'heading' && target.kind === 'heading' && source.name === target.name;
}
