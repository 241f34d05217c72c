import { dirname } from 'node:path';
import type { ParityConfig } from './config.ts';
import { configName } from './config-name.ts';
import { makePlan, OWN_FOLDER, saysWhere } from './make-plan.ts';
import type { PlaceOptions } from './place-options.ts';
import type { Plan } from './plan.ts';

/**
 * The plan that somebody means who types options in a folder: theirs, the one of a configuration
 * there or above, or the one of this repository.
 *
 * @param here absolute path of the working folder
 * @throws UsageError for a configuration, pattern, locale, rule or severity that makes no sense
 */
export async function findPlan(
	options: PlaceOptions,
	here: string,
): Promise<{ plan: Plan; config: ParityConfig }> {
	const { config, folder } = await findConfig(options, here);
	const plan = makePlan(options, config, folder, today());
	if (!options.rules?.length) return { plan, config };
	// Loads all rules to know their names.
	const { parseRule } = await import('./parse-rule.ts');
	const severities = { ...plan.severities, ...Object.fromEntries(options.rules.map(parseRule)) };
	return { plan: { ...plan, severities }, config };
}

async function findConfig(
	options: PlaceOptions,
	here: string,
): Promise<{ folder: string; config: ParityConfig }> {
	// Without a word about the place, here or above, this repository is meant.
	const folder = saysWhere(options, here) ? here : (findConfigured(here) ?? OWN_FOLDER);
	if (!configName(folder)) return { folder, config: {} };
	const { readConfig } = await import('./config.ts');
	return { folder, config: await readConfig(folder) };
}

/** The nearest folder with a configuration: this one, or one that holds it. */
function findConfigured(folder: string): string | undefined {
	if (configName(folder)) return folder;
	const above = dirname(folder);
	return above === folder ? undefined : findConfigured(above);
}

function today(): string {
	const now = new Date();
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
}
