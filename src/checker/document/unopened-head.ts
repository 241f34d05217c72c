import { withProblem } from '../front-matter/front-matter.ts';
import type { Document } from './document.ts';

/**
 * A page without what was meant as its front matter, where the first line of `---` was lost: it
 * begins with keys that the source has too, and a line of `---` ends them. Other than behind front
 * matter that nothing closes, the text can be compared.
 */
export function withoutUnopenedHead(target: Document, source: Document): Document {
	if (!source.head || target.head || target.parseError || !KEY.test(target.text)) return target;
	const end = endOfKeys(target.text, source.frontMatter.data);
	if (end === undefined) return target;
	const blocks = target.blocks.filter(({ span }) => span.from >= end);
	const isCut = target.blocks.some(({ span }) => span.from < end && span.to > end);
	if (isCut) return target;
	const start = { line: 1, column: 1 };
	return { ...target, blocks, frontMatter: withProblem('not-opened', { start, end: start }) };
}

/** Where the line of `---` ends that closes keys of which most are the source's, the first one too. */
function endOfKeys(text: string, data: Readonly<Record<string, unknown>>): number | undefined {
	let [known, all] = [0, 0];
	for (
		let from = 0, to = text.indexOf('\n');
		to >= 0;
		from = to + 1, to = text.indexOf('\n', from)
	) {
		const line = text.slice(from, to).trimEnd();
		if (line === '---') return known * 2 > all ? to : undefined;
		const key = KEY.exec(line)?.[1];
		if (key === undefined && !WITHIN.test(line)) return undefined;
		if (key !== undefined) all++;
		if (key !== undefined && Object.hasOwn(data, key)) known++;
		if (known === 0) return undefined;
	}
	return undefined;
}

const KEY = /^\uFEFF?([\w-]+):(?=\s|$)/;

/** What stands below a key: lists, further lines, comments; blank lines. */
const WITHIN = /^(?:[ \t]|-[ \t]|#|$)/;
