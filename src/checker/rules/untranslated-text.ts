import type { Match } from '../alignment/alignment.ts';
import { isProse, type Block } from '../document/block.ts';
import { plainTextOf, textOf } from '../document/text-of.ts';
import { excerpt } from '../excerpt.ts';
import { excerptOf } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import { isInOwnScript, PART, withoutAsides } from '../language/untranslated.ts';
import { headingWordsOf } from '../heading-words.ts';
import { resolveTarget } from '../links/relative-target.ts';
import { placeOfWords } from '../place-of-words.ts';
import type { Rule } from '../rule.ts';

/**
 * Headings, paragraphs, items, cells and quotations that still speak the language of the source, and
 * copies of it in front matter and in descriptions of images. Names, identifiers, cognates and short
 * texts are let through.
 */
export const untranslatedText: Rule<Pair> = {
	id: 'untranslated-text',
	severity: 'warning',
	description: 'Text that is still in the language of the source.',
	messages: {
		heading: 'The heading `{excerpt}` is not translated. Translate it.',
		text: 'This text is not translated: `{excerpt}`. Translate it.',
		left: 'This text stands here in the language of the source, beside its translation: `{excerpt}`. Remove it.',
		value: 'The value of `{key}` is not translated: `{excerpt}`. Translate it.',
		description: 'The description of this image is not translated: `{excerpt}`. Translate it.',
	},
	*check(pair) {
		const { source, target, suspects, alignment } = pair;
		const told = new Set<Match>();
		for (const match of suspects.texts) {
			const { source: from, target: to } = match;
			if (namesItsSource(to, pair)) continue;
			const text = textOf(to, target.text);
			const counterpart = isProse(from) ? textOf(from, source.text) : undefined;
			const headingWords = headingWordsOf(match, source, target, alignment.matches);
			const plain = plainTextOf(to, target.text, PART);
			const found =
				pair.findUntranslated(text, counterpart, headingWords) ??
				(counterpart === undefined ? undefined : pair.findLeftOver(plain, counterpart));
			if (found === undefined || (found === text && isInOwnWords(text, plain, pair))) continue;
			told.add(match);
			yield {
				file: target,
				messageId: to.kind === 'heading' ? 'heading' : 'text',
				data: { excerpt: excerpt(found) },
				range: found === text ? to.span : placeOfWords(found, to.span, target.text),
				source: from.span,
			};
		}
		const lines = new Set([...told].map(({ target: to }) => to.span.start.line));
		for (const { source: from, target: to } of suspects.forgotten) {
			// Of a row one cell is told: who looks at it sees the others.
			const { line } = to.span.start;
			if (lines.has(line)) continue;
			lines.add(line);
			yield {
				file: target,
				messageId: to.kind === 'heading' ? 'heading' : 'text',
				data: { excerpt: excerptOf(to, target.text) },
				range: to.span,
				source: from.span,
			};
		}
		for (const { source: from, target: to } of alignment.leftovers)
			yield {
				file: target,
				messageId: 'left',
				data: { excerpt: excerptOf(to, target.text) },
				range: to.span,
				source: from.span,
			};
		for (const { kind, key, text, range, source: at, titleWords } of suspects.sideTexts)
			if (pair.findUntranslated(text, text, titleWords) !== undefined)
				yield {
					file: target,
					messageId: kind,
					data: { key, excerpt: excerpt(text) },
					range,
					source: at,
				};
	},
};

/**
 * Whether a text is translated but for what it names: among letters of another script, names that a
 * program shows stay as they are, as in `点击 **Save changes**`.
 */
function isInOwnWords(text: string, plain: string, pair: Pair): boolean {
	if (!isInOwnScript(text, pair.target.locale)) return false;
	return pair.findUntranslated(withoutAsides(plain).replaceAll(PART, ' '), undefined) === undefined;
}

/** Whether a text leads to the source page, as a list of languages does: in the words of that one. */
function namesItsSource({ inlines }: Block, { source, target }: Pair): boolean {
	return inlines.some(
		({ kind, value }) => kind === 'link' && resolveTarget(value, target.path) === source.path,
	);
}
