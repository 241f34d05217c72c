import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { isPlainText, scriptKey } from '../safety/script-key.ts';
import { templateExpressions } from '../safety/template-expressions.ts';

/** Code of MDX and of templates runs when the site is built: a translation has only that of its source. */
export const unsafeMdx: Rule<Pair> = {
	id: 'unsafe-mdx',
	severity: 'error',
	description: 'An import, export or expression of MDX, or of a template, that the source lacks.',
	messages: {
		import: 'The source has no `{code}`. Remove this import: it runs when the site is built.',
		export: 'The source has no `{code}`. Remove this export: it runs when the site is built.',
		expression: 'The source has no expression `{code}`. Remove it, or copy that of the source.',
		template:
			'The source has no template expression `{code}`. Remove it, or copy that of the source.',
		attribute: 'The source has no attribute with the expression `{code}`. Copy that of the source.',
	},
	*check({ source, target, tags }) {
		const scripts = [...target.scripts, ...templateExpressions(target)];
		if (scripts.length === 0) return;
		const known = new Map<string, number>();
		for (const script of [...source.scripts, ...templateExpressions(source)]) {
			const key = scriptKey(script, tags);
			known.set(key, (known.get(key) ?? 0) + 1);
		}
		for (const script of scripts) {
			if (isPlainText(script)) continue;
			const { kind, value, span } = script;
			const key = scriptKey(script, tags);
			const left = known.get(key) ?? 0;
			known.set(key, left - 1);
			if (left <= 0)
				yield { file: target, messageId: kind, data: { code: excerpt(value) }, range: span };
		}
	},
};
