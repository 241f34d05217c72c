import type { Corpus } from '../corpus.ts';
import { nearestPath } from '../nearest.ts';
import type { Page, Reference } from '../page.ts';
import { join } from '../links/resolve-link.ts';
import type { Remark, Rule } from '../rule.ts';

/** An image that the reader would not see. Images on other sites are not fetched. */
export const imageBroken: Rule<Corpus> = {
	id: 'image-broken',
	severity: 'error',
	description: 'An image that does not exist, or that the site cannot show.',
	messages: {
		missing: 'There is no image `{wanted}`. Add the file, or correct the path `{url}`.',
		'missing-nearest': 'There is no image `{wanted}`. Did you mean `{nearest}`?',
		absolute:
			'The image path `{url}` begins with `/`, which breaks as soon as the site moves below a path. Write a relative path.',
		outside: 'The image `{url}` lies outside the content folder. Move it into that folder.',
		type: 'Images of the type `{type}` cannot be shown. Use one of {types}.',
		damaged:
			'`{wanted}` has no readable size: it is no image, a damaged one, or an SVG without `viewBox`. Export it again.',
		html: 'The HTML image `{url}` is not adapted to the site. Write a Markdown image: `![description]({url})`.',
		malformed: 'The image path `{url}` cannot be decoded. Write a literal `%` as `%25`.',
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
	{ assets, damagedImages, platform }: Corpus,
): Pick<Remark, 'messageId' | 'data'> | undefined {
	if (kind !== 'image' && kind !== 'html-image') return undefined;
	if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return undefined;
	if (kind === 'html-image') return { messageId: 'html', data: { url } };
	if (url.startsWith('/')) return { messageId: 'absolute', data: { url } };
	let path: string | undefined;
	try {
		path = decodeURIComponent(url);
	} catch {
		return { messageId: 'malformed', data: { url } };
	}
	const wanted = join(page, path);
	if (wanted === undefined) return { messageId: 'outside', data: { url } };
	if (!assets.has(wanted)) {
		const near = nearestPath(wanted, [...assets]);
		return {
			messageId: near ? 'missing-nearest' : 'missing',
			data: { url, wanted, nearest: near ?? '' },
		};
	}
	if (damagedImages.has(wanted)) return { messageId: 'damaged', data: { wanted } };
	const type = wanted.slice(wanted.lastIndexOf('.') + 1).toLowerCase();
	if (platform.imageTypes.includes(type)) return undefined;
	return { messageId: 'type', data: { type, types: platform.imageTypes.join(', ') } };
}
