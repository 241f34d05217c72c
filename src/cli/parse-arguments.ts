import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { didYouMean } from './did-you-mean.ts';
import { UsageError } from './usage-error.ts';

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<
	typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>
>;

/**
 * The command line of one command, as `parseArgs` reads it.
 *
 * @param command such as `check`
 * @throws UsageError that names the option, and the nearest one or whether it takes a value
 */
export function parseArguments<const Options extends ParseArgsOptionsConfig>(
	command: string,
	args: readonly string[],
	options: Options,
): Parsed<Options> {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true });
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		const typed = /'(?:-\w, )?(-[^'\s]*?)(?:=[^']*)?(?: <value>)?'/.exec(message)?.[1] ?? '';
		const name = typed.replace(/^-+/, '');
		if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
			throw new UsageError(
				`There is no option \`${typed}\`.`,
				didYouMean(name, Object.keys(options), '--') ??
					`Run \`parity ${command} --help\` for the options.`,
			);
		const takesValue = Object.hasOwn(options, name) && options[name]!.type === 'string';
		throw new UsageError(
			`\`${typed}\` takes ${takesValue ? 'a' : 'no'} value.`,
			`Run \`parity ${command} --help\` for what each option takes.`,
		);
	}
}
