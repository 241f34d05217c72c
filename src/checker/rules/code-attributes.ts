import type { Pair } from '../pair.ts';
import { isProseText } from '../prose-text.ts';
import type { Rule } from '../rule.ts';

/**
 * What stands behind the language of a fence: a title, marked lines. A title in words may be
 * translated; a file name and line numbers may not.
 */
export const codeAttributes: Rule<Pair> = {
	id: 'code-attributes',
	severity: 'error',
	description: 'A code block whose fence has other attributes than in the source.',
	messages: {
		missing: 'The fence lacks `{expected}`. Copy what follows its language from the source.',
		extra: 'The fence has `{found}`, which the source lacks. Write the fence as in the source.',
		other:
			'The fence has `{found}`, expected `{expected}`. Copy what follows its language from the source.',
	},
	fixable: ['missing', 'extra', 'other'],
	*check({ target, alignment }) {
		for (const { source: from, target: to } of alignment.code) {
			if (!from.code || !to.code || from.code.meta === to.code.meta) continue;
			// Without its language, a fence takes its first attribute for one: told by `code-language`.
			if ((from.code.language ?? '') !== (to.code.language ?? '')) continue;
			if (isTitled(from.code.language) && isProseText(from.code.meta) && isProseText(to.code.meta))
				continue;
			const [expected, found] = difference(from.code.meta, to.code.meta);
			if (expected === found) continue;
			yield {
				file: target,
				messageId: found === '' ? 'missing' : expected === '' ? 'extra' : 'other',
				data: { expected, found },
				// Indented code has no fence to write on.
				...(!to.code.isFenced && { isFixable: false }),
				range: { start: to.span.start, end: to.span.start },
				source: { start: from.span.start, end: from.span.start },
			};
		}
	},
};

/** Whether a fence of MyST has a title behind its name: `{list-table} Tables by size`. */
function isTitled(language: string | undefined): boolean {
	return /^\{[\w:-]+\}$/.test(language ?? '') && !NAMES_LANGUAGE.test(language!);
}

const NAMES_LANGUAGE = /^\{(?:code|code-block|code-cell|sourcecode|highlight|literalinclude)\}$/;

/** Attributes that only one of two fences has, in their order. */
function difference(source: string, target: string): [string, string] {
	const [ours, theirs] = [attributesOf(source), attributesOf(target)];
	const join = (some: readonly string[], others: readonly string[]): string =>
		some.filter((each) => !others.includes(each)).join(' ');
	return [join(ours, theirs), join(theirs, ours)];
}

/** `attributesOf('title="Start it" {1,3}')` => `['title=…', '{1,3}']`: prose counts as equal. */
function attributesOf(meta: string): string[] {
	const parts = meta.match(/[\w.:-]+=(?:"[^"]*"|'[^']*'|\S+)|\{[^}]*\}|"[^"]*"|\S+/g) ?? [];
	return parts.map((part) => {
		const [, name, value] = /^([\w.:-]+)=["'](.*)["']$/.exec(part) ?? [];
		if (name === undefined || value === undefined) return part.replace(/\s+/g, '');
		return isProseText(value) ? `${name}=…` : `${name}="${value}"`;
	});
}
