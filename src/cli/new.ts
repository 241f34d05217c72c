import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe } from '../checker/describe.ts';
import { createScaffold } from '../checker/scaffold/create-scaffold.ts';
import { readSourceFile } from '../corpus/read-source-file.ts';
import { createPlannedChecker } from './check-pages.ts';
import { findPlan } from './find-plan.ts';
import { learnHeadings } from './learn-headings.ts';
import { findLocale, findPage } from './new-target.ts';
import { NEW_HELP, parseNewOptions } from './new-options.ts';
import { patternsOf } from './plan.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-file.ts';

/** `parity new`: writes a page that is not translated yet, ready to be translated. */
export async function startPage(args: readonly string[]): Promise<number> {
	const options = parseNewOptions(args);
	if (options.wantsHelp) {
		process.stdout.write(NEW_HELP);
		return 0;
	}
	const here = process.cwd();
	const { plan } = await findPlan(options, here);
	const patterns = patternsOf(plan);
	const locale = findLocale(options.locale, plan);
	const page = findPage(options.page, plan, here);
	const target = { path: patterns.target.path(page, locale.part), locale: locale.tag, page };
	const shown = relative(here, join(plan.folder, target.path));
	if (existsSync(join(plan.folder, target.path)))
		throw new UsageError(
			`\`${shown}\` exists already, and is left as it is.`,
			`\`npx parity check ${shown}\` tells what it lacks.`,
		);

	const path = patterns.source.path(page, '');
	const source = readSourceFile(join(plan.folder, path), {
		...{ path, page },
		locale: plan.sourceLocale,
	});
	const { text, placeholders, problems } = await createScaffold(source, target, {
		headings: learnHeadings(plan, locale),
		translatedKeys: plan.policy.translatedKeys,
		checker: createPlannedChecker(plan),
	});
	if (problems.length > 0)
		throw new UsageError(
			`\`${path}\` has to be mended first: nothing was written.`,
			problems.map((finding) => `  ${describe(finding)}`).join('\n'),
		);
	writeWhole(join(plan.folder, target.path), text);
	process.stdout.write(
		[
			`Wrote ${shown}, with ${placeholders} ${placeholders === 1 ? 'text' : 'texts'} to translate.`,
			'Each stands behind a comment, `parity: translate`: translate the text, remove the comment.',
			`What is left to do: npx parity check ${shown}`,
			`When it is done: npx parity sync ${shown}\n`,
		].join('\n'),
	);
	return 0;
}
