import { didYouMean } from './did-you-mean.ts';
import { parseArguments } from './parse-arguments.ts';
import { PLACE_HELP, PLACE_OPTIONS, readPlaceOptions, type PlaceOptions } from './place-options.ts';
import { UsageError } from './usage-error.ts';

/** What `parity status --help` prints. */
export const STATUS_HELP = `Usage: parity status [paths…] [options]

Tells how each translation of each page stands: current, stale (sections of its source
changed since they were translated), unrecorded (nobody ran \`parity sync\`), with
errors, or missing. Paths, files or folders, select what is shown.

${PLACE_HELP}  --format NAME         table, json or markdown (for a comment on a pull request)

Exit code: 0, or 2 if the tool could not run.
`;

const STATUS_FORMATS = ['table', 'json', 'markdown'] as const;
export type StatusFormat = (typeof STATUS_FORMATS)[number];

export interface StatusOptions extends PlaceOptions {
	readonly format: StatusFormat;
}

/** @throws UsageError that names the option and what it takes */
export function parseStatusOptions(args: readonly string[]): StatusOptions {
	const options = { ...PLACE_OPTIONS, format: { type: 'string', default: 'table' } } as const;
	const parsed = parseArguments('status', args, options);
	const { format } = parsed.values;
	if (!STATUS_FORMATS.includes(format as StatusFormat))
		throw new UsageError(
			`There is no format \`${format}\`.`,
			didYouMean(format, STATUS_FORMATS) ?? `Use one of ${STATUS_FORMATS.join(', ')}.`,
		);
	return { ...readPlaceOptions(parsed), format: format as StatusFormat };
}
