import { parseArguments } from './parse-arguments.ts';
import { PLACE_HELP, PLACE_OPTIONS, readPlaceOptions, type PlaceOptions } from './place-options.ts';
import { UsageError } from './usage-error.ts';

/** What `parity new --help` prints. */
export const NEW_HELP = `Usage: parity new <locale> <page> [options]

Writes a page that a language does not have yet: structure, code and links in place, headings in
the words of the other pages, and each text of the source behind a comment, \`parity: translate\`.
An existing file is never overwritten.

  parity new fr guide/start       the page, with or without extension, or the path of its source

${PLACE_HELP}
Exit code: 0 written, 2 not written.
`;

export interface NewOptions extends PlaceOptions {
	/** As it was typed. */
	readonly locale: string;
	/** As it was typed. */
	readonly page: string;
}

/** @throws UsageError that names the option and what it takes, or what is missing */
export function parseNewOptions(args: readonly string[]): NewOptions {
	const options = readPlaceOptions(parseArguments('new', args, PLACE_OPTIONS));
	const [locale = '', page = '', ...others] = options.paths;
	if (!options.wantsHelp && (page === '' || others.length > 0))
		throw new UsageError(
			others.length > 0
				? 'One page at a time is written.'
				: `It is not said which ${locale === '' ? 'language and page' : 'page'} to write.`,
			'Name a language and a page, as in parity new fr guide/start.',
		);
	return { ...options, locale, page };
}
