import { alignDocuments } from './alignment/align-documents.ts';
import type { Match } from './alignment/alignment.ts';
import { commentsOf } from './code/comments-of.ts';
import { compareByLines } from './code/compare-by-lines.ts';
import { compareCode, type CodeComparison } from './code/compare-code.ts';
import type { Grammars } from './code/grammars.ts';
import { keepsComment } from './code/keeps-comment.ts';
import type { Code } from './document/block.ts';
import type { Document } from './document/document.ts';
import { findUntranslated, type Languages } from './language/untranslated.ts';
import type { Pair } from './pair.ts';
import type { Policy } from './policy.ts';
import { copiedSideTexts } from './side-texts.ts';
import { findSuspects, glanceAt } from './suspects.ts';
import { plainLetters } from './unsafe-characters.ts';

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
	target: Document,
	{ languages, tags, ownTags, policy }: PairOptions,
	tools: Tools,
): Promise<Pair> {
	const alignment = alignDocuments(source, target, tags);
	const known = new Map<Match, CodeComparison>();
	const differing = alignment.code.filter((match) => {
		const verdict = compareByLines(match.source.code!, match.target.code!);
		if (verdict) known.set(match, { verdict, hunks: [] });
		return verdict === undefined;
	});
	const glance = glanceAt(source, target);
	const commented = alignment.code.filter((match) =>
		keepsComment(match.source.code!, match.target.code!, glance),
	);
	await tools.grammars.load(
		[...differing, ...commented].flatMap((match) => [
			match.source.code!.language,
			match.target.code!.language,
		]),
	);
	const comments = new Map(
		commented.map(({ target: block }) => [block, commentsOf(block.code!, tools.grammars)]),
	);
	const suspects = findSuspects(
		source,
		target,
		glance,
		alignment,
		copiedSideTexts(source, target, alignment.matches, policy.translatedKeys),
		[...comments.values()].flat(),
	);
	if (suspects.texts.length + suspects.sideTexts.length + suspects.comments.size > 0)
		await tools.languages.load();
	return {
		source,
		target,
		alignment,
		tags,
		ownTags,
		isRightToLeft: /^(?:ar|fa|he|iw|ur|ps|sd|ug|yi|dv|ckb)\b/i.test(languages.target),
		policy,
		compare(match) {
			let comparison = known.get(match);
			if (!comparison) {
				const [ours, theirs] = [match.source.code!, match.target.code!];
				// Letters that only look like others are told by `unsafe-characters`.
				const [plainOurs, plainTheirs] = [withPlainLetters(ours), withPlainLetters(theirs)];
				known.set(match, (comparison = compareCode(plainOurs, plainTheirs, tools.grammars)));
			}
			return comparison;
		},
		commentsOf: (block) => comments.get(block) ?? [],
		suspects,
		findUntranslated: (text, counterpart, headingWords) =>
			findUntranslated(text, counterpart, languages, tools.languages, headingWords),
	};
}

function withPlainLetters(code: Code): Code {
	return { ...code, code: plainLetters(code.code) };
}
