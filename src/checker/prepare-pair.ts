import type { Match } from './alignment/alignment.ts';
import { commentsOf, type CodeComment } from './code/comments-of.ts';
import { compareByLines } from './code/compare-by-lines.ts';
import { compareDirectives } from './code/compare-directives.ts';
import { compareCode, type CodeComparison } from './code/compare-code.ts';
import type { Grammars } from './code/grammars.ts';
import { keepsComment } from './code/keeps-comment.ts';
import { asWritten, plainCodes } from './code/plain-codes.ts';
import type { Block } from './document/block.ts';
import type { Document } from './document/document.ts';
import { findLeftOver, findUntranslated, type Languages } from './language/untranslated.ts';
import { alignSpaced } from './mistyped/align-spaced.ts';
import type { Pair } from './pair.ts';
import type { Policy } from './policy.ts';
import { copiedSideTexts } from './side-texts/side-texts.ts';
import { findSuspects, glanceAt } from './suspects.ts';

/** What is loaded once and serves every pair. */
export interface Tools {
	readonly grammars: Grammars;
	readonly languages: Languages;
}

export interface PairOptions {
	/** BCP 47 tags. */
	readonly languages: { readonly source: string; readonly target: string };
	/** Locale names in lower case that paths, file names and hosts may carry. */
	readonly tags: readonly string[];
	/** Those of the target alone. */
	readonly ownTags: readonly string[];
	readonly policy: Policy;
}

/** Matches two pages and loads what judging them takes. */
export async function preparePair(
	source: Document,
	written: Document,
	{ languages, tags, ownTags, policy }: PairOptions,
	{ grammars, languages: identifier }: Tools,
): Promise<Pair> {
	const { alignment, misnested, target, unspacedItems } = alignSpaced(source, written, tags);
	const comparisons = new Map<Match, CodeComparison>();
	const split = new Set(alignment.splitCode.map(({ match }) => match));
	for (const match of alignment.code) {
		if (split.has(match)) continue;
		const [ours, theirs] = [match.source.code!, match.target.code!];
		const verdict = compareByLines(ours, theirs);
		if (verdict === 'same') continue;
		const comparison = verdict
			? { verdict, hunks: [] }
			: await grammars.use((found) => compareCode(...plainCodes(ours, theirs), found));
		const directive = comparison.verdict === 'code' ? undefined : compareDirectives(ours, theirs);
		const found: CodeComparison = directive ? { verdict: 'code', hunks: [directive] } : comparison;
		comparisons.set(match, asWritten(found, ours, theirs));
	}
	const glance = glanceAt(source, target);
	const comments = new Map<Block, readonly CodeComment[]>();
	for (const { source: ours, target: theirs } of alignment.code)
		if (keepsComment(ours.code!, theirs.code!, glance))
			comments.set(theirs, await grammars.use((found) => commentsOf(theirs.code!, found)));
	const suspects = findSuspects(
		source,
		target,
		glance,
		alignment,
		copiedSideTexts(source, target, alignment.matches, policy.translatedKeys),
		[...comments.values()].flat(),
	);
	if (suspects.texts.length + suspects.sideTexts.length + suspects.comments.size > 0)
		await identifier.load();
	return {
		source,
		target,
		alignment,
		misnested,
		unspacedItems,
		tags,
		ownTags,
		isRightToLeft: /^(?:ar|fa|he|iw|ur|ps|sd|ug|yi|dv|ckb)\b/i.test(languages.target),
		policy,
		comparisons,
		commentsOf: (block) => comments.get(block) ?? [],
		suspects,
		findUntranslated: (text, counterpart, headingWords) =>
			findUntranslated(text, counterpart, languages, identifier, headingWords),
		findLeftOver: (text, counterpart) => findLeftOver(text, counterpart, languages, identifier),
	};
}
