import type { ParseArgsOptionsConfig } from 'node:util';

/** Where pages lie and which languages they have; every command that looks at pages takes these. */
export interface PlaceOptions {
	readonly paths: readonly string[];
	readonly source?: string | undefined;
	readonly target?: string | undefined;
	readonly sourceLocale?: string | undefined;
	readonly locales?: readonly string[] | undefined;
	/** `ID=SEVERITY` */
	readonly rules?: readonly string[] | undefined;
	readonly wantsHelp: boolean;
}

/** For `parseArgs`, beside what a command takes of its own. */
export const PLACE_OPTIONS = {
	source: { type: 'string' },
	target: { type: 'string' },
	'source-locale': { type: 'string' },
	locales: { type: 'string' },
	help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

/** Their lines in the help of a command. */
export const PLACE_HELP = `  --source PATTERN      where source pages lie, such as 'en/{page}'
  --target PATTERN      where translations lie, such as '{locale}/{page}'
  --source-locale TAG   language of the source, default en
  --locales LIST        languages of the translations, such as fr,es,pt-BR=pt-br
                        (= gives the folder or file part where it is not the tag)
`;

/** What `parseArgs` found, understood. */
export function readPlaceOptions({
	values,
	positionals,
}: {
	readonly values: {
		readonly source?: string | undefined;
		readonly target?: string | undefined;
		readonly 'source-locale'?: string | undefined;
		readonly locales?: string | undefined;
		readonly help?: boolean | undefined;
	};
	readonly positionals: readonly string[];
}): PlaceOptions {
	return {
		paths: positionals,
		source: values.source,
		target: values.target,
		sourceLocale: values['source-locale'],
		locales: values.locales
			?.split(',')
			.map((each) => each.trim())
			.filter((each) => each !== ''),
		wantsHelp: values.help ?? false,
	};
}
