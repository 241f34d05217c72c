import { matchesOf } from '../alignment/alignment.ts';
import { attributeRemarks } from '../html/attribute-remarks.ts';
import { eachBlock, type Block, type Inline } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { HARMLESS_TAGS } from '../document/html-tags.ts';
import { excerpt } from '../excerpt.ts';
import { inlineDifferences } from '../inline-differences.ts';
import { isDirective } from '../alignment/similarity.ts';
import { lazyLines } from '../lazy-lines.ts';
import { loneBlocks } from '../lone-blocks.ts';
import { lostSummaryEnd } from '../lost-summary-end.ts';
import { lostScripts } from '../safety/lost-scripts.ts';
import { spanOf } from '../markdown-tree.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import type { Pair } from '../pair.ts';
import type { Remark, Rule } from '../rule.ts';

/**
 * Components of MDX, shortcodes, directives and HTML: the page shows something else without them,
 * or does not build. Attributes in words may be translated. HTML that only the translation has is
 * `unsafe-html`.
 */
export const componentDrift: Rule<Pair> = {
	id: 'component-drift',
	severity: 'error',
	description: 'A component or HTML element that is missing, new, or has other attributes.',
	messages: {
		missing:
			'The component `{excerpt}` is missing. Copy it from the source and translate its text.',
		'missing-several':
			'{count} components are missing here, the first is `{excerpt}`. Copy them from the source and translate their text.',
		moved:
			'The component `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
		extra:
			'The component `{excerpt}` does not exist in the source. Remove it, or write it as in the source.',
		other: '`{found}` stands where the source has `{expected}`. Write it as in the source.',
		'attribute-missing': '`<{name}>` lacks the attribute `{expected}`. Copy it from the source.',
		'attribute-extra': '`<{name}>` has the attribute `{found}`, which the source lacks. Remove it.',
		attribute:
			'`<{name}>` has the attribute `{found}`, expected `{expected}`. Copy it from the source.',
		import: 'The import `{code}` is missing. Copy it from the source.',
		export: 'The export `{code}` is missing. Copy it from the source.',
		expression: 'The expression `{{code}}` is missing. Copy it from the source.',
	},
	fixable: ['attribute-missing', 'attribute'],
	*check(pair) {
		const isLocal = (name: string): boolean =>
			pair.policy.sourceOnlyComponents.includes(name.replace(/^\{\{|\}\}$/g, ''));
		const own = pair.alignment.missing.filter(({ source: { name } }) => !isLocal(name));
		const extra = pair.alignment.extra.filter(({ target: { kind } }) => kind !== 'html');
		const alignment = { ...pair.alignment, missing: own, extra };
		yield* loneBlocks({ ...pair, alignment }, ['component', 'html']);

		const differences = inlineDifferences(pair, ({ kind, value }) =>
			(kind === 'component' && !/^[a-z]+$/.test(value)) ||
			((kind === 'tag' || kind === 'component') &&
				!HARMLESS_TAGS.has(value) &&
				!['a', 'img'].includes(value))
				? value
				: undefined,
		);
		yield* otherTemplates(pair);
		const isMentioned = createMentions(pair.source);
		for (const { source, target, range, sourceRange, match } of differences) {
			if (source && isLocal(source.value)) continue;
			const [expected, found] = [
				source && asWritten(source, pair.source),
				target && asWritten(target, pair.target),
			];
			const isChanged = expected?.startsWith('{') && found?.startsWith('{');
			// New HTML is a matter of safety.
			const isHtml = target?.kind === 'tag' || /^[a-z]+$/.test(target?.value ?? 'X');
			if (!source && isHtml && !found?.startsWith('{')) continue;
			if (!isChanged && isMentioned((source ?? target)!, source && match!.target)) continue;
			yield {
				file: pair.target,
				messageId: isChanged ? 'other' : source ? 'missing' : 'extra',
				data: {
					excerpt: (expected ?? found)!,
					count: '1',
					...{ expected: expected ?? '', found: found ?? '' },
				},
				range,
				source: sourceRange,
			};
		}
		for (const remark of attributeRemarks(pair)) if (remark.messageId !== 'picture') yield remark;
		const end = lostSummaryEnd(pair);
		if (end)
			yield {
				file: pair.target,
				messageId: 'missing',
				data: { excerpt: excerpt(end.written), count: '1' },
				range: { start: end.at, end: end.at },
				source: end.comment.span,
			};
		for (const { script, at } of lostScripts(pair))
			yield {
				file: pair.target,
				messageId: script.kind,
				data: { code: excerpt(script.value) },
				range: { start: at, end: at },
				source: script.span,
			};
	},
};

/** `<Tabs>`, `{{< ref "orders.md" >}}` */
function asWritten({ value, span }: Inline, { text }: Document): string {
	return text[span.from] === '{' ? excerpt(text.slice(span.from, span.to)) : `<${value}>`;
}

/**
 * Tells whether a macro stands in a text, or on the source page, once at least: a sentence may name
 * again what another one calls by a pronoun.
 */
function createMentions(page: Document): (macro: Inline, text: Block | undefined) => boolean {
	let known: ReadonlySet<string> | undefined;
	return ({ value }, text) => {
		if (!value.startsWith('{{')) return false;
		if (text) return text.inlines.some((inline) => inline.value === value);
		known ??= new Set(
			eachBlock(page.blocks).flatMap(({ inlines }) => inlines.map((inline) => inline.value)),
		);
		return known.has(value);
	};
}

/** Templates, directives, and lines that take in a file, in whose place another one stands. */
function* otherTemplates({ source, target, alignment, tags }: Pair): Generator<Remark> {
	const headOf = createHeads(source);
	const headIn = createHeads(target);
	for (const { source: from, target: to } of matchesOf(alignment, 'component')) {
		if (to.kind !== 'component' && to.kind !== 'callout') continue;
		const isSame = from.name === to.name;
		if (isSame && from.name !== '@include') continue;
		const [expected, found] = [headOf(from), headIn(to)];
		if (isSame && keyOfInclude(expected, tags) === keyOfInclude(found, tags)) continue;
		yield {
			file: target,
			messageId: 'other',
			data: { expected: excerpt(expected), found: excerpt(found) },
			range: spanOf(to.node),
			source: spanOf(from.node),
		};
	}
}

/** What is compared of a block: of a directive the line that opens it, as it stands in the file. */
function createHeads({ text, written }: Document): (block: Block) => string {
	const linesOf = lazyLines(written);
	return (block) => {
		const { start, from, to } = spanOf(block.node);
		return isDirective(block) ? linesOf()[start.line - 1]!.trim() : text.slice(from, to);
	};
}

/** The files and options of a line that takes in others, without the languages in their paths. */
function keyOfInclude(line: string, tags: readonly string[]): string {
	const parts = line.split(/[\s"']+/).filter((part) => part !== '');
	return parts.map((part) => normaliseTarget(part, tags) + (/#.*/.exec(part)?.[0] ?? '')).join(' ');
}
