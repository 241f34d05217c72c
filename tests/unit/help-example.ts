import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { markdownToMdast, type MdastNode } from 'satteri';
import { checkPublishing } from '../../src/checker/check-publishing.ts';
import { createCorpus } from '../../src/checker/corpus.ts';
import type { Finding } from '../../src/checker/finding.ts';
import { parsePage } from '../../src/checker/page.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';
import { checkCorpus } from '../../src/cli/check-corpus.ts';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { locales } from '../../src/locales.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import { findDamagedImages } from '../../src/site/content/damaged-images.ts';
import { platform } from '../../src/site/content/platform.ts';

/** The example of a help page: files, by the title of their fences, and what the page prints. */
export interface HelpExample {
	readonly files: ReadonlyMap<string, string>;
	/** The block behind them: the command in its title, and its output as the page shows it. */
	readonly output: { readonly command: Command; readonly text: string } | undefined;
}

type Command = 'parity check' | 'npm run build';

const run: Readonly<Record<Command, (folder: string) => Promise<readonly Finding[]>>> = {
	'parity check': checkParity,
	'npm run build': checkAsTheBuildDoes,
};

export function readExample(page: string): HelpExample {
	const files = new Map<string, string>();
	let output: HelpExample['output'];
	const visit = (node: MdastNode): void => {
		if (node.type === 'code') {
			const title = /title="([^"]+)"/.exec(node.meta ?? '')?.[1];
			if (title && /^(?:content|en|fr)\//.test(title)) files.set(title, `${node.value}\n`);
			else if (title === 'parity check' || title === 'npm run build')
				output = { command: title, text: node.value };
		}
		if ('children' in node) node.children.forEach(visit);
	};
	visit(markdownToMdast(page));
	return { files, output };
}

/** What the command prints about the files of an example, without the total and the way on. */
export async function runExample({ files, output }: HelpExample): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'help-example-'));
	try {
		for (const [path, text] of files) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		const findings = await run[output!.command](folder);
		const summary = { pages: files.size, pairs: 0, errors: findings.length, warnings: 0 };
		const printed = pretty({ findings, summary }, { width: 84 });
		return printed.slice(0, printed.search(/\n\d+ error/)).trimEnd();
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function checkParity(folder: string): Promise<readonly Finding[]> {
	// Examples are well set, but for those about typography.
	const policy = { ...defaultPolicy, typography: true };
	const { findings } = await checkCorpus({
		...{ folder, source: 'en/{page}', target: '{locale}/{page}', sourceLocale: 'en' },
		...{ locales: [{ tag: 'fr', part: 'fr' }], policy, severities: {} },
		today: '2026-11-21',
	});
	return findings;
}

async function checkAsTheBuildDoes(folder: string): Promise<readonly Finding[]> {
	const contentDir = join(folder, 'content');
	const folders = locales.map((locale) => locale.folder);
	const { files, assets, strays } = await readCorpus(contentDir, folders, folder);
	const damagedImages = await findDamagedImages(assets, contentDir);
	const pages = files.map(parsePage);
	return checkPublishing(createCorpus({ pages, folders, assets, damagedImages, strays, platform }));
}
