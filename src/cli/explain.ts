import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../checker/nearest.ts';
import { parityRules, publishingRules } from '../checker/rules/index.ts';
import { printable } from '../reporters/printable.ts';
import { helpAddress } from './help-address.ts';
import { OWN_FOLDER } from './make-plan.ts';
import { UsageError } from './usage-error.ts';

/** `parity explain`: the help page of a rule; without one, a list of the rules. */
export function explain(args: readonly string[]): Promise<number> {
	const [name, ...others] = args.filter((arg) => !arg.startsWith('-'));
	if (others.length > 0)
		throw new UsageError('One rule at a time is explained.', 'Name one: parity explain code-drift');
	process.stdout.write(name === undefined ? listOfRules() : helpPage(name));
	return Promise.resolve(0);
}

/** Rules that the build of a site alone holds content to. */
const buildRules = publishingRules.filter(({ id }) => !parityRules.some((rule) => rule.id === id));

const rules = [...parityRules, ...buildRules];

function listOfRules(): string {
	const width = Math.max(...rules.map(({ id }) => id.length));
	const row = ({ id, severity, description }: (typeof rules)[number]): string =>
		`${id.padEnd(width)}  ${severity.padEnd(7)}  ${description}\n`;
	return [
		...parityRules.map(row),
		'\nThe build of the site asks for more:\n\n',
		...buildRules.map(row),
		'\nparity explain <rule> tells what a rule finds, why it matters and how to mend it.\n',
	].join('');
}

function helpPage(name: string): string {
	const rule = rules.find(({ id }) => id === name);
	if (!rule) {
		const near = nearest(
			name,
			rules.map(({ id }) => id),
		);
		throw new UsageError(
			`There is no rule \`${name}\`.`,
			near ? `Did you mean \`${near}\`?` : 'Run `npx parity explain` for the list of rules.',
		);
	}
	const path = join(OWN_FOLDER, `content/en/checks/${rule.id}.md`);
	const text = readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n+/, '');
	return `${text.split('\n').map(printable).join('\n').trimEnd()}\n\nOn the site: ${helpAddress(rule.id)}\n`;
}
