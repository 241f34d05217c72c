import type { Severity } from '../checker/finding.ts';
import { nearest } from '../checker/nearest.ts';
import { parityRules } from '../checker/rules/index.ts';
import { UsageError } from './usage-error.ts';

/**
 * `parseRule('code-drift=off')` => `['code-drift', 'off']`
 *
 * @throws UsageError for an unknown rule, with the nearest one, and for an unknown severity
 */
export function parseRule(text: string): [string, Severity | 'off'] {
	const [id = '', value = ''] = text.split('=', 2);
	const ids = parityRules.map((rule) => rule.id);
	if (!ids.includes(id)) {
		const near = nearest(id, ids);
		throw new UsageError(
			`There is no rule \`${id}\`.`,
			near ? `Did you mean \`${near}\`?` : `There are ${ids.join(', ')}.`,
		);
	}
	if (value !== 'off' && value !== 'warning' && value !== 'error')
		throw new UsageError(
			`\`--rule ${text}\` gives no severity.`,
			`Write --rule ${id}=off, --rule ${id}=warning or --rule ${id}=error.`,
		);
	return [id, value];
}
