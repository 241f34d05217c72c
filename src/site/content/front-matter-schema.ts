import { z } from 'astro/zod';

/**
 * What the handbook's pages say about themselves, beside Starlight's own keys. All of it is
 * optional: a plain Markdown file is a page.
 */
export const handbookFields = z.object({
	/** One sentence for search engines and link previews. */
	description: z.string().optional(),
	/** Place among the pages of a chapter, or of a chapter among the chapters; lower comes first. */
	order: z.number().optional(),
	/** Subjects, as ids that are never translated. */
	tags: z.array(z.string()).optional(),
	/** Node.js release lines for which the page was reviewed. */
	nodeVersions: z.array(z.number().int()).optional(),
	/** Day of the last review against the sources. */
	lastReviewed: z.iso.date().or(z.date()).optional(),
	/** Effort to adopt the practice. */
	difficulty: z.enum(['small', 'medium', 'large']).optional(),
});

/** The subset of Starlight's keys that pages may use, plus what would be ignored in silence. */
const checked = handbookFields.extend({
	title: z.string().nullish(),
	draft: z.boolean().optional(),
	template: z.enum(['doc', 'splash']).optional(),
	slug: z.never('a page’s address is its path. Remove this key, or rename the file').optional(),
});

/** @returns `[key, sentence]` for each value of the wrong kind */
export function validateFrontMatter(
	data: Readonly<Record<string, unknown>>,
): (readonly [string, string])[] {
	const result = checked.safeParse(data);
	if (result.success) return [];
	return result.error.issues.map((issue) => [issue.path.join('.'), sentence(issue, data)]);
}

function sentence(issue: z.core.$ZodIssue, data: Readonly<Record<string, unknown>>): string {
	if (issue.path[0] === 'slug') return issue.message;
	const value = issue.path.reduce<unknown>(
		(parent, key) => (parent as Record<PropertyKey, unknown> | undefined)?.[key],
		data,
	);
	const found = `found \`${value instanceof Date ? value.toISOString().slice(0, 10) : JSON.stringify(value)}\``;
	switch (issue.code) {
		case 'invalid_type':
			return issue.expected === 'string'
				? `expected a text, ${found}. Put it into quotes`
				: `expected ${KINDS[issue.expected] ?? issue.expected}, ${found}. Correct the value`;
		case 'invalid_value':
			return `expected one of ${issue.values.map((name) => `\`${String(name)}\``).join(', ')}, ${found}. Correct the value`;
		default:
			return issue.path[0] === 'lastReviewed'
				? `expected a day such as \`2026-11-20\`, ${found}. Correct the value`
				: `${issue.message}, ${found}. Correct the value`;
	}
}

const KINDS: Readonly<Record<string, string>> = {
	array: 'a list such as `[a, b]`',
	boolean: '`true` or `false`',
	int: 'a whole number',
	number: 'a number',
};
