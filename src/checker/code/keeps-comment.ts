import type { CodeText } from './compare-code.ts';
import { EXTRA_ALIASES, tagName } from './language-tags.ts';

/**
 * Whether what looks like a comment in words stands in both blocks: only then is there one to judge,
 * and a grammar to be loaded for it.
 *
 * @param glance whether a text may be in the language of the source
 */
export function keepsComment(
	source: CodeText,
	target: CodeText,
	glance: (text: string) => boolean,
): boolean {
	const mark = markOf(source.language);
	const comments = commentsIn(source.code, mark);
	if (comments.length === 0) return false;
	// To look for a part of a line takes as long as the block.
	const isLong = target.code.length > LONGEST_SEARCHED;
	const kept = isLong ? new Set(commentsIn(target.code, mark)) : undefined;
	return comments.some((comment) => {
		if (!(kept?.has(comment) ?? target.code.includes(comment))) return false;
		return FOUR_WORDS.test(comment) || (THREE_WORDS.test(comment) && glance(comment));
	});
}

/** Characters of a block in which parts of lines are looked for. */
const LONGEST_SEARCHED = 20_000;

/** What looks like a comment, one for each line at most. */
function commentsIn(code: string, mark: RegExp): string[] {
	return code.match(mark)?.map((comment) => comment.trimEnd()) ?? [];
}

const THREE_WORDS = /\p{L}{2}.*?\P{L}\p{L}{2}.*?\P{L}\p{L}{2}/u;
/** So many say something, whichever they are. */
const FOUR_WORDS = /(?:\p{L}{2}.*?\P{L}){3}\p{L}{2}/u;

function markOf(language: string | undefined): RegExp {
	const tag = tagName(language);
	return MARKS.get(EXTRA_ALIASES.get(tag) ?? tag) ?? ANY;
}

/** From a mark that begins comments in some language. Addresses have slashes behind their colon. */
const ANY = /(?:(?<!:)\/\/|\/\*|#|<!--|--|;|%|^[^\S\n]*\*|"""|''').*/gm;

/** Of the languages that most fences hold, from their own marks: `--` there begins options. */
const MARKS: ReadonlyMap<string, RegExp> = new Map(
	(
		[
			[
				'javascript js mjs cjs typescript ts mts cts java go c cpp csharp cs rust rs swift kotlin kt json json5 jsonc scss',
				/(?:(?<!:)\/\/|\/\*|^[^\S\n]*\*|<!--).*/gm,
			],
			[
				'shellscript sh bash zsh yaml yml docker dockerfile toml dotenv ruby rb nginx make makefile',
				/#.*/gm,
			],
			['python py', /(?:#|"""|''').*/gm],
			['mermaid mmd', /^[^\S\n]*(?:acc(?:Title|Descr)\b|%%).*/gm],
		] as const
	).flatMap(([names, mark]) => names.split(' ').map((name) => [name, mark] as const)),
);
