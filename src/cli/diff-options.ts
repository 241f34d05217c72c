import { parseArguments } from './parse-arguments.ts';
import { PLACE_HELP, PLACE_OPTIONS, readPlaceOptions, type PlaceOptions } from './place-options.ts';
import { UsageError } from './usage-error.ts';

/** What `parity diff --help` prints. */
export const DIFF_HELP = `Usage: parity diff <page…> [options]

Shows what changed in the source of a page since it was translated. A page is named as
{page} stands for it, with or without extension, or by the path of its source; the path of
a translation means that language only. Earlier texts come from git, where it has them.

  --locale TAG          this language only; may be repeated

${PLACE_HELP}
Exit code: 0, or 2 if the tool could not run.
`;

export interface DiffOptions extends PlaceOptions {
	/** As they were typed; empty where all are meant. */
	readonly only: readonly string[];
}

/** @throws UsageError that names the option and what it takes, or that no page is named */
export function parseDiffOptions(args: readonly string[]): DiffOptions {
	const options = { ...PLACE_OPTIONS, locale: { type: 'string', multiple: true } } as const;
	const parsed = parseArguments('diff', args, options);
	const place = readPlaceOptions(parsed);
	if (!place.wantsHelp && place.paths.length === 0)
		throw new UsageError(
			'It is not said which page to compare.',
			'Name one, as in parity diff guide/start; `npx parity status` lists those that changed.',
		);
	return { ...place, only: parsed.values.locale ?? [] };
}
