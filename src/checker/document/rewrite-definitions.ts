import { createFenceTracker } from './fence-tracker.ts';

/**
 * Turns definitions, as Pandoc, MkDocs, Hugo and kramdown know them below their terms, into items of a
 * list: `:   Text` becomes `-   Text`, and what is indented below it goes with it. To our parser they
 * are text, and their further paragraphs code. Every character keeps its place.
 */
export function rewriteDefinitions(text: string): string {
	if (!/\n[ \t>]*:[ \t]+\S/.test(text)) return text;
	const fences = createFenceTracker();
	/** The last lines with text, and whether a blank one stands before each of them. */
	let [last, isLastFirst, isSecondFirst] = ['', true, true];
	let wasBlank = true;
	/** What stands before the mark of the definition that is open. */
	let open: string | undefined;
	return text
		.split('\n')
		.map((line) => {
			if (fences.holds(line)) {
				[last, wasBlank] = [line, false];
				return line;
			}
			const margin = MARGIN.exec(line)![0];
			if (margin.length === line.trimEnd().length) {
				wasBlank = true;
				return line;
			}
			const mark = /^:([ \t]+)\S/.exec(line.slice(margin.length))?.[1];
			const isBelowTerm =
				(wasBlank || isLastFirst || (mark !== ' ' && isSecondFirst)) && isTerm(last, margin);
			const isDefinition = mark !== undefined && (open === margin || isBelowTerm);
			if (isDefinition) open = margin;
			else if (open !== undefined && wasBlank && margin.length <= open.length) open = undefined;
			[last, isSecondFirst, isLastFirst, wasBlank] = [line, isLastFirst, wasBlank, false];
			return isDefinition ? `${margin}-${line.slice(margin.length + 1)}` : line;
		})
		.join('\n');
}

const MARGIN = /^[ \t>]*/;

/** Whether a line may be a term with a definition below it, which begins behind the same margin. */
function isTerm(line: string, margin: string): boolean {
	if (MARGIN.exec(line)![0] !== margin) return false;
	const text = line.slice(margin.length).trimEnd();
	return text !== '' && !OTHER.test(text);
}

/** What no term begins with, or holds: headings, items, tables, code, HTML, targets of links. */
const OTHER =
	/^(?:#{1,6}[ \t]|[-*+][ \t]|\d+[.)][ \t]|={2,}$|-{2,}$|\||`{3}|~{3}|<[!/a-z]|\[[^\]]+\]:)| \| /i;
