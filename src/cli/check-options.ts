import { parseArgs } from 'node:util';
import { nearest } from '../checker/nearest.ts';
import { UsageError } from './usage-error.ts';

/** What `parity check --help` prints. */
export const CHECK_HELP = `Usage: parity check [paths…] [options]

Reports where translations differ from their source. Without options it checks this
repository's own content. Paths, files or folders, select what is checked.

  --source PATTERN      where source pages lie, such as 'en/{page}'
  --target PATTERN      where translations lie, such as '{locale}/{page}'
  --source-locale TAG   language of the source, default en
  --locales LIST        languages to check, such as fr,es,pt-BR=pt-br
                        (= gives the folder or file part where it is not the tag)
  --format NAME         pretty, json, sarif or github
  --rule ID=SEVERITY    off, warning or error; may be repeated
  --baseline FILE       accept the findings that FILE lists
  --update-baseline     write the findings of this run to FILE
  --shard I/N           check the I-th of N parts of the pages

Exit code: 0 parity, 1 findings of severity error, 2 the tool could not run.
`;

const OPTIONS = {
	source: { type: 'string' },
	target: { type: 'string' },
	'source-locale': { type: 'string' },
	locales: { type: 'string' },
	format: { type: 'string' },
	rule: { type: 'string', multiple: true },
	baseline: { type: 'string' },
	'update-baseline': { type: 'boolean' },
	shard: { type: 'string' },
	help: { type: 'boolean', short: 'h' },
} as const;
type OptionName = keyof typeof OPTIONS;

/** What a report can be turned into. */
export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** The command line, understood. */
export interface CheckOptions {
	readonly paths: readonly string[];
	readonly source?: string | undefined;
	readonly target?: string | undefined;
	readonly sourceLocale?: string | undefined;
	readonly locales?: readonly string[] | undefined;
	readonly format?: Format | undefined;
	/** `ID=SEVERITY` */
	readonly rules: readonly string[];
	readonly baseline?: string | undefined;
	readonly updatesBaseline: boolean;
	readonly shard?: readonly [number, number] | undefined;
	readonly wantsHelp: boolean;
}

/** @throws UsageError that names the option and what it takes */
export function parseCheckOptions(args: readonly string[]): CheckOptions {
	const { values, positionals } = parse(args);
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
	return {
		paths: positionals,
		source: values.source,
		target: values.target,
		sourceLocale: values['source-locale'],
		locales: values.locales
			?.split(',')
			.map((each) => each.trim())
			.filter((each) => each !== ''),
		format: format as Format | undefined,
		rules: values.rule ?? [],
		baseline: values.baseline,
		updatesBaseline: values['update-baseline'] ?? false,
		shard: values.shard === undefined ? undefined : parseShard(values.shard),
		wantsHelp: values.help ?? false,
	};
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const typed = /'(?:-\w, )?(-[^'\s]*?)(?:=[^']*)?(?: <value>)?'/.exec(message)?.[1] ?? '';
		const name = typed.replace(/^-+/, '');
		if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
			throw new UsageError(
				`There is no option \`${typed}\`.`,
				didYouMean(name, Object.keys(OPTIONS), '--') ??
					'Run `parity check --help` for the options.',
			);
		const takesValue =
			Object.hasOwn(OPTIONS, name) && OPTIONS[name as OptionName].type === 'string';
		throw new UsageError(
			`\`${typed}\` takes ${takesValue ? 'a' : 'no'} value.`,
			'Run `parity check --help` for what each option takes.',
		);
	}
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

function didYouMean(name: string, known: Iterable<string>, before = ''): string | undefined {
	const near = nearest(name, known);
	return near === undefined ? undefined : `Did you mean \`${before}${near}\`?`;
}
