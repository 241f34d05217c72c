import type { Corpus } from '../corpus.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from '../rule.ts';

/** A file in the content folder that no reader would ever see. */
export const fileMisplaced: Rule<Corpus> = {
	id: 'file-misplaced',
	severity: 'error',
	description: 'A text file at a place, or of a type, that the site does not publish.',
	messages: {
		'unknown-locale':
			'`{folder}` is not one of the languages ({locales}), so this page would not be published. Add the language to `src/locales.ts`, or move the file.',
		'unknown-locale-nearest':
			'`{folder}` is not one of the languages, so this page would not be published. Did you mean `{nearest}`?',
		'outside-locale':
			'The page lies outside the language folders ({locales}), so it would not be published. Move it into one of them.',
		'unknown-type':
			'Only `.md` files become pages, so this one would not be published. Rename it to `.md`, or remove it.',
	},
	*check({ strays, folders }) {
		for (const { path, contentPath, kind } of strays) {
			const [folder = '', ...rest] = contentPath.split('/');
			const near = kind === 'unknown-locale' ? nearest(folder, folders) : undefined;
			yield {
				file: { path, locale: rest.length > 0 ? folder : '', page: rest.join('/') || folder },
				messageId: near ? 'unknown-locale-nearest' : kind,
				data: {
					folder,
					locales: folders.map((name) => `\`${name}\``).join(', '),
					nearest: near ?? '',
				},
			};
		}
	},
};
