import type { Corpus } from '../corpus.ts';
import { nearest, nearestPath } from '../nearest.ts';
import type { Page, Reference } from '../page.ts';
import { resolveLink } from '../links/resolve-link.ts';
import type { Remark, Rule } from '../rule.ts';

/**
 * A link that leads nowhere, in the repository or on the site. Links to other sites are not
 * followed, and a link to a page that is not translated yet is sound.
 */
export const linkBroken: Rule<Corpus> = {
	id: 'link-broken',
	severity: 'error',
	description: 'A link to a page, or a section of a page, that does not exist.',
	messages: {
		malformed: 'The link `{url}` cannot be decoded. Write a literal `%` as `%25`.',
		absolute:
			'The link `{url}` begins with `/`, which breaks as soon as the site moves below a path. Write a relative link to the `.md` file.',
		outside:
			'The link `{url}` leaves the content folder, so the site cannot follow it. Write the full `https://` address.',
		'no-extension':
			'The link `{url}` works on the site only. Write `{nearest}`, which works everywhere.',
		'not-published':
			'`{wanted}` is not published: only pages and images are. Put the file into `public/` and write its full `https://` address.',
		'no-page': 'There is no page `{wanted}`. Correct the link `{url}`, or write that page.',
		'no-page-nearest': 'There is no page `{wanted}`. Did you mean `{nearest}`?',
		'no-anchor': 'There is no section `#{wanted}` on that page. Its sections are {anchors}.',
		'no-anchor-nearest': 'There is no section `#{wanted}` on that page. Did you mean `#{nearest}`?',
		html: 'The HTML link to `{url}` is not adapted to the site. Write a Markdown link: `[text]({url})`.',
	},
	*check(corpus) {
		for (const page of corpus.pages)
			for (const reference of page.references) {
				const remark = judge(reference, page, corpus);
				if (remark) yield { file: page, range: reference.span, ...remark };
			}
	},
};

function judge(
	{ kind, url }: Reference,
	page: Page,
	corpus: Corpus,
): Pick<Remark, 'messageId' | 'data'> | undefined {
	if (kind === 'image' || kind === 'html-image') return undefined;
	const target = resolveLink(url, page, corpus);
	if (target.kind === 'external') return undefined;
	if (kind === 'html-link' && !url.startsWith('#')) return { messageId: 'html', data: { url } };
	if (target.kind === 'page') return undefined;

	const { problem, wanted, candidates } = target;
	const near =
		problem === 'no-extension'
			? candidates[0]
			: problem === 'no-page'
				? nearestPath(wanted, candidates)
				: nearest(wanted, candidates);
	const data = {
		url,
		wanted,
		nearest: near ?? '',
		anchors: candidates.map((id) => `\`#${id}\``).join(', ') || '(none)',
	};
	const hasNearest = near !== undefined && problem !== 'no-extension';
	return { messageId: hasNearest ? `${problem}-nearest` : problem, data };
}
