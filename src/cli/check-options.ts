import { didYouMean } from './did-you-mean.ts';
import { parseArguments } from './parse-arguments.ts';
import { PLACE_HELP, PLACE_OPTIONS, readPlaceOptions, type PlaceOptions } from './place-options.ts';
import { UsageError } from './usage-error.ts';

/** What `parity check --help` prints. */
export const CHECK_HELP = `Usage: parity check [paths…] [options]

Reports where translations differ from their source. Without options it checks this
repository's own content. Paths, files or folders, select what is checked.

${PLACE_HELP}  --format NAME         pretty, json, sarif or github
  --rule ID=SEVERITY    off, warning or error; may be repeated
  --baseline FILE       accept the findings that FILE lists
  --update-baseline     write the findings of this run to FILE
  --shard I/N           check the I-th of N parts of the pages
  --watch               check again whenever a page is saved, until Ctrl-C
  --no-cache            look at every page, also at those that have not changed
                        since the last run

Exit code: 0 parity, 1 findings of severity error, 2 the tool could not run.
`;

const OPTIONS = {
	...PLACE_OPTIONS,
	format: { type: 'string' },
	rule: { type: 'string', multiple: true },
	baseline: { type: 'string' },
	'update-baseline': { type: 'boolean' },
	shard: { type: 'string' },
	watch: { type: 'boolean' },
	'no-cache': { type: 'boolean' },
} as const;

/** What a report can be turned into. */
export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** The command line, understood. */
export interface CheckOptions extends PlaceOptions {
	readonly format?: Format | undefined;
	readonly baseline?: string | undefined;
	readonly updatesBaseline: boolean;
	readonly shard?: readonly [number, number] | undefined;
	readonly watches: boolean;
	/** Whether pages that the last run has seen as they are need not be looked at again. */
	readonly usesCache: boolean;
}

/** @throws UsageError that names the option and what it takes */
export function parseCheckOptions(args: readonly string[]): CheckOptions {
	const parsed = parseArguments('check', args, OPTIONS);
	const { values } = parsed;
	const { format } = values;
	if (format !== undefined && !FORMATS.includes(format as Format))
		throw new UsageError(
			`There is no format \`${format}\`.`,
			didYouMean(format, FORMATS) ?? `Use one of ${FORMATS.join(', ')}.`,
		);
	if (values['update-baseline'] && values.shard !== undefined)
		throw new UsageError(
			'A shard sees a part of the pages only, so it cannot write the baseline.',
			'Leave out --shard, or --update-baseline.',
		);
	if (values.watch) refuseToWatch(format, values['update-baseline']);
	return {
		...readPlaceOptions(parsed),
		format: format as Format | undefined,
		rules: values.rule,
		baseline: values.baseline,
		updatesBaseline: values['update-baseline'] ?? false,
		shard: values.shard === undefined ? undefined : parseShard(values.shard),
		watches: values.watch ?? false,
		usesCache: !values['no-cache'],
	};
}

/** What makes no sense in a run that never ends. */
function refuseToWatch(format: string | undefined, updatesBaseline = false): void {
	if (format !== undefined && format !== 'pretty')
		throw new UsageError(
			`A run that watches prints for people, not as \`${format}\`.`,
			'Leave out --format, or --watch.',
		);
	if (updatesBaseline)
		throw new UsageError(
			'A run that watches does not write the baseline.',
			'Leave out --update-baseline, or --watch.',
		);
}

function parseShard(text: string): readonly [number, number] {
	const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
	if (index === undefined || count === undefined || index < 1 || count < 1 || index > count)
		throw new UsageError(
			`\`--shard ${text}\` is no part of a whole.`,
			'Write the part and the number of parts, as in --shard 2/4.',
		);
	return [index, count];
}
