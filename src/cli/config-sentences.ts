import type { z } from 'zod';
import { nearest } from '../checker/nearest.ts';
import { parityRules } from '../checker/rules/index.ts';
import { isSafetyRule } from './is-safety-rule.ts';

const KINDS: Readonly<Record<string, string>> = {
	array: "a list such as `['fr', 'es']`",
	object: 'keys and values',
	string: 'a text',
};

/**
 * What is wrong with a configuration, one sentence or two for each key.
 *
 * @param config what the file exports
 * @param keys what it may hold
 */
export function configSentences(
	{ issues }: z.core.$ZodError,
	config: unknown,
	keys: readonly string[],
): string[] {
	return issues.flatMap((issue) =>
		issue.code === 'unrecognized_keys'
			? unknownKeys(issue.keys, issue.path[0] === 'rules', keys)
			: [wrongValue(issue, config)],
	);
}

function unknownKeys(unknown: readonly string[], isRule: boolean, keys: readonly string[]) {
	const known = isRule ? parityRules.map(({ id }) => id) : keys;
	return unknown.map((key) => {
		const near = nearest(key, known);
		const advice = near ? `Did you mean \`${near}\`?` : `There are ${known.join(', ')}.`;
		return `There is no ${isRule ? 'rule' : 'key'} \`${key}\`. ${advice}`;
	});
}

function wrongValue(issue: z.core.$ZodIssue, config: unknown): string {
	const [key, rule] = issue.path;
	if (key === 'rules' && typeof rule === 'string' && isSafetyRule(rule))
		return `\`rules.${rule}\`: what is unsafe stays an error, since anybody's pull request can change this file. Remove the key, or pass --rule ${rule}=off for one run.`;
	const path = issue.path.join('.');
	const where = path === '' ? 'The configuration' : `\`${path}\``;
	const found = `found ${shown(issue.path.reduce(valueAt, config))}`;
	if (issue.code === 'invalid_value')
		return `${where}: expected ${issue.values.map((each) => `\`${String(each)}\``).join(' or ')}, ${found}.`;
	if (issue.code === 'invalid_type')
		return `${where}: expected ${KINDS[issue.expected] ?? issue.expected}, ${found}.`;
	return `${where}: ${issue.message}, ${found}.`;
}

function valueAt(value: unknown, key: PropertyKey): unknown {
	return (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key];
}

function shown(value: unknown): string {
	return typeof value === 'function'
		? 'a function'
		: `\`${(JSON.stringify(value) as string | undefined) ?? String(value)}\``;
}
