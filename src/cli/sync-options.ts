import { parseArguments } from './parse-arguments.ts';
import { PLACE_HELP, PLACE_OPTIONS, readPlaceOptions, type PlaceOptions } from './place-options.ts';
import { UsageError } from './usage-error.ts';

/** What `parity sync --help` prints. */
export const SYNC_HELP = `Usage: parity sync <paths…> [options]

Records in translations that they match their source as it is now. Paths are translations,
folders, or source pages, which stand for all their translations. A page with errors is
not recorded.

  --section NAME        record this section only, by the words or the id of its heading
                        in the source; may be repeated

${PLACE_HELP}
Exit code: 0 recorded, 1 a page was refused, 2 the tool could not run.
`;

export interface SyncOptions extends PlaceOptions {
	/** Words or ids of headings; empty where all sections are recorded. */
	readonly sections: readonly string[];
}

/** @throws UsageError that names the option and what it takes, or that no path is named */
export function parseSyncOptions(args: readonly string[]): SyncOptions {
	const options = { ...PLACE_OPTIONS, section: { type: 'string', multiple: true } } as const;
	const parsed = parseArguments('sync', args, options);
	const place = readPlaceOptions(parsed);
	if (!place.wantsHelp && place.paths.length === 0)
		throw new UsageError(
			'It is not said which translations to record.',
			'Name files or folders, as in parity sync content/fr.',
		);
	return { ...place, sections: parsed.values.section ?? [] };
}
