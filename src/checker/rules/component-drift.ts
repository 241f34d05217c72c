import { attributeRemarks } from '../attribute-remarks.ts';
import { HARMLESS_TAGS } from '../document/html-tags.ts';
import { excerpt } from '../excerpt.ts';
import { inlineDifferences } from '../inline-differences.ts';
import { loneBlocks } from '../lone-blocks.ts';
import { lostScripts } from '../lost-scripts.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

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
		const isLocal = (name: string): boolean => pair.policy.sourceOnlyComponents.includes(name);
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
		for (const { source, target, range, sourceRange } of differences) {
			if (source && isLocal(source.value)) continue;
			// New HTML is a matter of safety.
			const isHtml = target?.kind === 'tag' || /^[a-z]+$/.test(target?.value ?? 'X');
			if (!source && isHtml) continue;
			yield {
				file: pair.target,
				messageId: source ? 'missing' : 'extra',
				data: { excerpt: `<${(source ?? target)!.value}>`, count: '1' },
				range,
				source: sourceRange,
			};
		}
		yield* attributeRemarks(pair);
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
