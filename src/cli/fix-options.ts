import { parityRules } from '../checker/rules/index.ts';
import { didYouMean } from './did-you-mean.ts';
import { parseArguments } from './parse-arguments.ts';
import { PLACE_HELP, PLACE_OPTIONS, readPlaceOptions, type PlaceOptions } from './place-options.ts';
import { UsageError } from './usage-error.ts';

/** What `parity fix --help` prints. */
export const FIX_HELP = `Usage: parity fix [paths…] [options]

Repairs what is mechanical in translations: drifted code takes the code of the source,
and keeps its translated comments; fences, targets of links and images, levels of
headings, kinds of lists and callouts, missing code blocks and images, attributes of
components, values of front matter and typography follow. Words of a translation and
source pages are never touched. What it cannot repair it lists.

  --dry-run             print the difference, write nothing
  --rule ID             repair what this rule finds, and nothing else; may be repeated
  --strings             let text within string literals of code follow the source, too;
                        otherwise it stays, since only a person can tell what is read

${PLACE_HELP}
Exit code: 0 no error is left, 1 errors are left, 2 the tool could not run, or not on
every file.
`;

export interface FixOptions extends PlaceOptions {
	readonly isDry: boolean;
	readonly takesStrings: boolean;
	/** All rules where none is named. */
	readonly ruleIds: ReadonlySet<string> | undefined;
}

/** @throws UsageError that names the option and what it takes, or the rule that there is not */
export function parseFixOptions(args: readonly string[]): FixOptions {
	const options = {
		...PLACE_OPTIONS,
		'dry-run': { type: 'boolean' },
		rule: { type: 'string', multiple: true },
		strings: { type: 'boolean' },
	} as const;
	const parsed = parseArguments('fix', args, options);
	const { values } = parsed;
	for (const id of values.rule ?? []) checkRule(id);
	return {
		...readPlaceOptions(parsed),
		isDry: values['dry-run'] ?? false,
		takesStrings: values.strings ?? false,
		ruleIds: values.rule && new Set(values.rule),
	};
}

function checkRule(id: string): void {
	const ids = parityRules.map((rule) => rule.id);
	if (ids.includes(id)) return;
	throw new UsageError(
		`There is no rule \`${id}\`.`,
		didYouMean(id, ids) ?? `There are ${ids.join(', ')}.`,
	);
}
