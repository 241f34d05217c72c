import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { parityRules } from '../checker/rules/index.ts';
import { configName } from './config-name.ts';
import { configSentences } from './config-sentences.ts';
import { isSafetyRule } from './is-safety-rule.ts';
import { UsageError } from './usage-error.ts';

const severity = z.enum(['off', 'warning', 'error']).optional();
const safety = z.enum(['error']).optional();

/** What `parity.config.ts` may say. Options of the command line come before it. */
const schema = z.strictObject({
	/** Where source pages lie: `content/en/{page}`. */
	source: z.string().optional(),
	/** Where translations lie: `content/{locale}/{page}`. */
	target: z.string().optional(),
	/** BCP 47 tag of the source. Default `en`. */
	sourceLocale: z.string().optional(),
	/** BCP 47 tags of the translations; `pt-BR=pt-br` where the folder or file part differs. */
	locales: z.array(z.string()).optional(),
	/** Severities that differ from the rules' own. */
	rules: z
		.strictObject(
			Object.fromEntries(parityRules.map(({ id }) => [id, isSafetyRule(id) ? safety : severity])),
		)
		.optional(),
	/** Whether the fragment of a link has to be the one of the source. Default `ignore`. */
	anchors: z.enum(['ignore', 'compare']).optional(),
	/** Whether links to other sites have to be those of the source. Default `compare`. */
	externalLinks: z.enum(['compare', 'ignore']).optional(),
	/** Whether translated text in string literals is told. Default `compare`. */
	strings: z.enum(['compare', 'ignore']).optional(),
	/** Keys of front matter that are translated, instead of the usual ones. */
	translatedKeys: z.array(z.string()).optional(),
	/** Keys of front matter that one language alone may have, instead of the usual ones. */
	localKeys: z.array(z.string()).optional(),
	/** Components that only the source has. */
	sourceOnlyComponents: z.array(z.string()).optional(),
	/** Whether prose has to keep to the typography of its language. Default `false`. */
	typography: z.boolean().optional(),
	/** File with findings that are accepted for now. */
	baseline: z.string().optional(),
});

export type ParityConfig = z.input<typeof schema>;

/**
 * The configuration of a folder that has one.
 *
 * @throws UsageError that names every key at fault, with the nearest one that exists
 */
export async function readConfig(folder: string): Promise<ParityConfig> {
	const name = configName(folder)!;
	const exported = await load(join(folder, name), name);
	const { data, error } = schema.safeParse(exported);
	if (error)
		throw new UsageError(
			`\`${name}\` cannot be used:`,
			configSentences(error, exported, Object.keys(schema.shape))
				.map((each) => `  ${each}`)
				.join('\n'),
		);
	return data;
}

async function load(path: string, name: string): Promise<unknown> {
	try {
		const module = (await import(pathToFileURL(path).href)) as { default?: unknown };
		if (module.default === undefined)
			throw new UsageError(
				`\`${name}\` exports nothing by default.`,
				'Write `export default { … }`.',
			);
		return module.default;
	} catch (error) {
		if (error instanceof UsageError) throw error;
		// A module may throw anything.
		const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
		throw new UsageError(
			`\`${name}\` cannot be loaded: ${reason.replace(/\.$/, '')}.`,
			'Correct it, or remove it to use the defaults.',
		);
	}
}
