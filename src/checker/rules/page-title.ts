import type { Corpus } from '../corpus.ts';
import type { Rule } from '../rule.ts';

/** A page without a title has no name in the sidebar, in search results or in a browser tab. */
export const pageTitle: Rule<Corpus> = {
	id: 'page-title',
	severity: 'error',
	description: 'A page without a title, or with two.',
	messages: {
		missing:
			'The page has no title. Begin it with a line such as `# Be stateless`, or write `title:` into its front matter.',
		empty: 'The title is empty. Write the page’s title after the `#`.',
		two: 'The page has two titles: `{first}` in its front matter and `{second}` here. Remove one of them.',
	},
	*check({ pages }) {
		for (const page of pages) {
			if (page.defect || page.frontMatter.problems.length > 0) continue;
			const title = page.frontMatter.title;
			const heading = page.mainHeading;
			// A title of the wrong kind is the front matter's problem.
			if (title === undefined && page.frontMatter.data.title) continue;
			if (title === undefined) {
				if (!heading) yield { file: page, messageId: 'missing' };
				else if (heading.text === '') yield { file: page, messageId: 'empty', range: heading.span };
			} else if (heading && heading.text !== title)
				yield {
					file: page,
					messageId: 'two',
					data: { first: title, second: heading.text },
					range: heading.span,
				};
		}
	},
};
