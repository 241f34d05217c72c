import { docsSchema } from '@astrojs/starlight/schema';
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

/** What the collection will accept: Starlight's keys and ours. */
const accepted = docsSchema({ extend: handbookFields })({ image: () => z.never() as never });

/** Keys that Starlight or other tools know, and that would do harm here or nothing at all. */
const refused = z.object({
	slug: z.never('a page’s address is its path. Remove this key, or rename the file').optional(),
	head: z.never('pages cannot add tags to their head. Remove this key').optional(),
	banner: z.never('pages cannot show banners. Remove this key, or write a callout').optional(),
});

/** @returns `[key, sentence]` for each value of the wrong kind */
export function validateFrontMatter(
	data: Readonly<Record<string, unknown>>,
): (readonly [string, string])[] {
	// Most pages have their title in the text.
	const { title = '', ...others } = data;
	const own = Object.fromEntries(Object.entries(others).filter(([key]) => !(key in refused.shape)));
	const issues = [
		...(accepted.safeParse({ title: title ?? '', ...own }).error?.issues ?? []),
		...(refused.safeParse(others).error?.issues ?? []),
	];
	return issues.map((issue) => [issue.path.join('.'), sentence(issue, data)]);
}

function sentence(issue: z.core.$ZodIssue, data: Readonly<Record<string, unknown>>): string {
	if (issue.code === 'invalid_type' && issue.expected === 'never') return issue.message;
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
			return ['lastReviewed', 'lastUpdated'].includes(String(issue.path[0]))
				? `expected a day such as \`2026-11-20\`, ${found}. Correct the value`
				: `expected another kind of value, ${found}. Correct it, or remove the key`;
	}
}

const KINDS: Readonly<Record<string, string>> = {
	array: 'a list such as `[a, b]`',
	boolean: '`true` or `false`',
	int: 'a whole number',
	number: 'a number',
	object: 'keys and values',
};
