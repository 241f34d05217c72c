import { excerpt } from '../excerpt.ts';
import { imagesOf, type Image } from './images.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import type { Pair } from '../pair.ts';
import { isProseText } from '../prose-text.ts';
import type { Remark } from '../rule.ts';

/** Remarks on images that lost their description. Message: `description`. */
export function* emptiedDescriptions({ target, alignment, tags }: Pair): Generator<Remark> {
	// Of Markdown without a description, and any of HTML.
	const mayBeBare = target.text.includes('![') && BARE.test(target.text);
	if (!mayBeBare && !target.text.includes('<img') && !target.text.includes('<IMG')) return;
	for (const { source: from, target: to } of alignment.matches) {
		if (!to.inlines.some(({ kind }) => kind === 'image')) continue;
		const images = imagesOf(to);
		const bare = images.filter(isBare);
		if (bare.length === 0) continue;
		const ours = imagesOf(from);
		for (const image of bare) {
			const name = normaliseTarget(image.target, tags);
			const isOne = ours.length === 1 && images.length === 1;
			const same = isOne
				? ours
				: ours.filter((each) => normaliseTarget(each.target, tags) === name);
			const [first] = same;
			if (!first || !same.every(({ description }) => isProseText(description))) continue;
			yield {
				file: target,
				messageId: 'description',
				data: { excerpt: excerpt(first.description) },
				range: image.range,
				source: first.range,
			};
		}
	}
}

const BARE = /!\[\s*\]/;

function isBare({ description }: Image): boolean {
	return description.trim() === '';
}
