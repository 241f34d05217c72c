import type { Match } from '../alignment/alignment.ts';
import type { Block, Inline } from '../document/block.ts';
import { textOf } from '../document/text-of.ts';
import { htmlCodeRemarks } from '../html/marked-code.ts';
import { codeIn } from '../inline-code/code-in.ts';
import { holdsWord } from '../inline-code/holds-word.ts';
import { misspeltName } from '../inline-code/misspelt-name.ts';
import { inlineDifferences } from '../inline-differences.ts';
import { ODD_SPACE, withPlainSpaces } from '../code/odd-spaces.ts';
import { isInOwnScript } from '../language/script.ts';
import type { Pair } from '../pair.ts';
import type { Remark, Rule } from '../rule.ts';
import { isSureName } from '../sure-change.ts';
import { tellApart } from '../safety/tell-apart.ts';
import { plainLetters } from '../safety/unsafe-characters.ts';

/**
 * Identifiers, commands and paths within text, as a multiset for each section. A translation may
 * name one more often, or once in a sentence where the source does so twice. Directives within text
 * are to be the same: the site puts something else in their place.
 */
export const inlineCodeDrift: Rule<Pair> = {
	id: 'inline-code-drift',
	severity: 'warning',
	description: 'Inline code, or a directive within text, that was lost or altered.',
	messages: {
		lost: '`{expected}` is missing in this text. Name it as the source does.',
		unmarked: '`{expected}` is not marked as code in this text. Put it between backticks.',
		altered:
			'The code `{found}` differs from the source, expected `{expected}`. Copy it from the source.',
		extra: 'The directive `{found}` does not exist in the source. Remove it.',
	},
	fixable: ['altered'],
	*check(pair) {
		let searches = 0;
		const told = new Map<Match, Set<string>>();
		const isWord = (code: string, block: Block): boolean =>
			holdsWord(textOf(block, pair.target.text), code);
		const differences = inlineDifferences(pair, ({ kind, value }, side) => {
			if (kind !== 'code') return undefined;
			const isOwn =
				side === 'target' &&
				ODD_SPACE.test(value) &&
				++searches < MOST_SEARCHES &&
				!pair.source.text.includes(value);
			return plainLetters(onOneLine(isOwn ? withCodeSpaces(value) : withPlainSpaces(value)));
		});
		for (const { source, target, range, sourceRange, match } of differences) {
			if (target && source && areLabels(source.value, target.value, pair)) continue;
			const expected =
				source?.value ??
				(++searches < MOST_SEARCHES ? misspeltName(target!.value, match!, pair) : undefined);
			if (expected === undefined) continue;
			const isUnmarked = !target && ++searches < MOST_SEARCHES && isWord(expected, match!.target);
			// A pronoun may stand for what the sentence has named before.
			if (!target && !isUnmarked && isNamedEnough(expected, match!, pair.source.text)) continue;
			// Of what a text lacks twice, no two places can be told.
			if (!target && isTold(expected, match!, told)) continue;
			yield {
				file: pair.target,
				messageId: target ? 'altered' : isUnmarked ? 'unmarked' : 'lost',
				data: {
					expected: onOneLine(expected),
					// The repair needs what is expected as it is written.
					found: tellApart(onOneLine(expected), onOneLine(target?.value ?? ''))[1],
				},
				range,
				source: sourceRange,
				// Another name that is new may stand for none of the source's.
				...(target && !isSureName(expected, target.value) && { isFixable: false }),
			};
		}
		yield* directiveRemarks(pair);
		yield* htmlCodeRemarks(pair);
	},
};

/** Words that people read, such as the label of a button: no identifier is written like these. */
function areLabels(
	source: string,
	target: string,
	{ source: ours, target: theirs }: Pair,
): boolean {
	return (
		isInOwnScript(source, ours.locale) ||
		(SENTENCE.test(source) && isInOwnScript(target, theirs.locale))
	);
}

/** Three words and nothing else: no command, whose arguments are names or options. */
const SENTENCE = /^\p{L}+(?: [\p{L}’'-]+){2,}[.!?]?$/u;

/** Whether it was told before that a text lacks a name; it counts as told from now on. */
function isTold(name: string, match: Match, told: Map<Match, Set<string>>): boolean {
	const names = told.get(match) ?? new Set();
	const isKnown = names.has(name);
	told.set(match, names.add(name));
	return isKnown;
}

/** Code within text may be wrapped with it. */
function onOneLine(code: string): string {
	return code.replace(/[\t\n\v\f\r ]+/g, ' ').trim();
}

/** With a plain space between a number and its unit, where typography wants another one. */
function withCodeSpaces(code: string): string {
	return code.replace(/(?<=\d)\s(?=[\d\p{L}%€$])/gu, ' ');
}

function* directiveRemarks(pair: Pair): Generator<Remark> {
	const differences = inlineDifferences(pair, ({ kind, value }) =>
		kind === 'directive' ? value : undefined,
	);
	for (const { source, target, range, sourceRange } of differences)
		yield {
			file: pair.target,
			messageId: !target ? 'lost' : source ? 'altered' : 'extra',
			data: { expected: source?.value ?? '', found: target?.value ?? '' },
			range,
			source: sourceRange,
			...(source && target && nameOf(source) !== nameOf(target) && { isFixable: false }),
		};
}

/** `nameOf({ value: ':node[24]' })` => `':node'` */
function nameOf({ value }: Inline): string {
	return value.split('[', 1)[0]!;
}

/** No page that people write has as many; each takes a look through its paragraph, or through the page. */
const MOST_SEARCHES = 1000;

/** Whether a text has a name as often as sentences of its source do. */
function isNamedEnough(name: string, { source, target }: Match, text: string): boolean {
	const [ours, theirs] = [source, target].map((block) =>
		codeIn(block).filter(({ value }) => value === name),
	) as [Inline[], Inline[]];
	const sentences = ours.filter(
		({ span }, i) => i === 0 || SENTENCE_END.test(text.slice(ours[i - 1]!.span.to, span.from)),
	);
	return theirs.length >= sentences.length;
}

const SENTENCE_END = /[.!?…]\s|[。！？]/;
