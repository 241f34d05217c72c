import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePage } from '../checker/page.ts';
import { reviewPage } from '../checker/review-page.ts';
import { ContentFolderError, readCorpus } from '../corpus/read-corpus.ts';
import { sourceLocale } from '../locales.ts';
import { releaseLines } from '../releases.ts';
import { count } from '../reporters/count.ts';
import { placeText } from '../reporters/place-text.ts';
import { UsageError } from './usage-error.ts';

/**
 * `npm run review`: which source pages time has overtaken. Translations have the same days and
 * versions, so only the source is read. Exit codes: 0 nothing is due, 1 something is, 2 it could not
 * run.
 */
async function review(args: readonly string[]): Promise<number> {
	const day = readDay(args);
	const content = resolve(process.env.CONTENT_DIR || 'content');
	const { files } = await readCorpus(content, [sourceLocale.folder], process.cwd());
	const due = files.flatMap((file) =>
		[...reviewPage(parsePage(file), day, releaseLines)].map(
			({ range, sentence }) =>
				`${placeText({ path: file.path, ...(range && { range }) })}  ${sentence}\n`,
		),
	);
	const total = due.length === 0 ? 'nothing is due' : `${count(due.length, 'thing')} to do`;
	process.stdout.write(`${due.join('')}On ${day}: ${count(files.length, 'page')}, ${total}.\n`);
	return due.length === 0 ? 0 : 1;
}

/** The day of `--on`, which is today by itself. */
function readDay(args: readonly string[]): string {
	const today = new Date().toISOString().slice(0, 10);
	try {
		const { values } = parseArgs({ args: [...args], options: { on: { type: 'string' } } });
		const day = values.on ?? today;
		if (new Date(day).toISOString().startsWith(day) && day.length === today.length) return day;
	} catch {
		// Said below.
	}
	throw new UsageError(
		`\`${args.join(' ')}\` is not understood.`,
		`Run \`npm run review\`, or \`npm run review -- --on ${today}\` for what is due by a day.`,
	);
}

try {
	process.exitCode = await review(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof UsageError || error instanceof ContentFolderError)) throw error;
	const hint = error instanceof UsageError ? `${error.hint}\n` : '';
	process.stderr.write(`review: ${error.message}\n${hint}`);
	process.exitCode = 2;
}
