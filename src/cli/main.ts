import { UsageError } from './usage-error.ts';

type Command = (args: readonly string[]) => Promise<number>;

/** Each is loaded when somebody types it: a run should not wait for the others. */
const COMMANDS: Readonly<Record<string, Command>> = {
	check: async (args) => (await import('./check.ts')).check(args),
	status: async (args) => (await import('./status.ts')).status(args),
	diff: async (args) => (await import('./diff.ts')).diff(args),
	sync: async (args) => (await import('./sync.ts')).sync(args),
	fix: async (args) => (await import('./fix.ts')).fix(args),
	new: async (args) => (await import('./new.ts')).startPage(args),
	explain: async (args) => (await import('./explain.ts')).explain(args),
};

const HELP = `Usage: parity <command>

  check [paths…]       report where translations differ from their source
  status [paths…]      tell which translations are current, stale or missing
  diff <page…>         show what changed in the source since it was translated
  sync <paths…>        record that translations match their source as it is now
  fix [paths…]         repair what is mechanical, list what is not
  new <locale> <page>  write a page that a language does not have yet
  explain [rule]       what a rule finds, why it matters, how to mend it

  parity check --help lists its options; so do the others.
`;

/** Exit codes: 0 parity, 1 findings of severity error, 2 the tool could not run. */
async function main([name = '--help', ...args]: readonly string[]): Promise<number> {
	if (name === '--help' || name === '-h' || name === 'help') {
		process.stdout.write(HELP);
		return 0;
	}
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) {
		const { nearest } = await import('../checker/nearest.ts');
		const near = nearest(name, Object.keys(COMMANDS));
		throw new UsageError(
			`There is no command \`${name}\`.`,
			near ? `Did you mean \`parity ${near}\`?` : 'Run `parity --help` for the commands.',
		);
	}
	return command(args);
}

// A reader that closes the pipe early, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	const isUsage = error instanceof UsageError;
	const { stack, message } = error as Error;
	process.stderr.write(
		isUsage
			? `parity: ${message}\n${error.hint}\n`
			: `parity: an error of the checker itself, not of your content: ${message}\nReport it with this trace:\n${stack ?? ''}\n`,
	);
	process.exitCode = 2;
}
