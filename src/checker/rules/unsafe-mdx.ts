import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { isPlainText, scriptKey } from '../script-key.ts';

/** Code of MDX runs when the site is built: a translation has only that of its source. */
export const unsafeMdx: Rule<Pair> = {
	id: 'unsafe-mdx',
	severity: 'error',
	description: 'An import, export or expression of MDX that the source lacks.',
	messages: {
		import: 'The source has no `{code}`. Remove this import: it runs when the site is built.',
		export: 'The source has no `{code}`. Remove this export: it runs when the site is built.',
		expression: 'The source has no expression `{code}`. Remove it, or copy that of the source.',
		attribute: 'The source has no attribute with the expression `{code}`. Copy that of the source.',
	},
	*check({ source, target }) {
		const known = new Map<string, number>();
		for (const script of source.scripts) {
			const key = scriptKey(script);
			known.set(key, (known.get(key) ?? 0) + 1);
		}
		for (const script of target.scripts) {
			if (isPlainText(script)) continue;
			const { kind, value, span } = script;
			const key = scriptKey(script);
			const left = known.get(key) ?? 0;
			known.set(key, left - 1);
			if (left <= 0)
				yield { file: target, messageId: kind, data: { code: excerpt(value) }, range: span };
		}
	},
};
