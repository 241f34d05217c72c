import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { markdownToMdast, type MdastNode } from 'satteri';
import { defaultPolicy } from '../../src/checker/policy.ts';
import { checkCorpus } from '../../src/cli/check-corpus.ts';
import { pretty } from '../../src/reporters/pretty.ts';

/** The example of a help page: files, by the title of their fences, and what the page prints. */
export interface HelpExample {
	readonly files: ReadonlyMap<string, string>;
	/** The block behind them: output as the page shows it. */
	readonly output:
		{ readonly text: string; readonly from: number; readonly to: number } | undefined;
}

export function readExample(page: string): HelpExample {
	const files = new Map<string, string>();
	let output: HelpExample['output'];
	const visit = (node: MdastNode): void => {
		if (node.type === 'code') {
			const title = /title="([^"]+)"/.exec(node.meta ?? '')?.[1];
			if (title && /^(?:en|fr)\//.test(title)) files.set(title, `${node.value}\n`);
			else if (title === 'parity check')
				output = {
					text: node.value,
					from: node.position!.start.offset!,
					to: node.position!.end.offset!,
				};
		}
		if ('children' in node) node.children.forEach(visit);
	};
	visit(markdownToMdast(page));
	return { files, output };
}

/** What the checker prints about the files of an example, without the way on. */
export async function runExample({ files }: HelpExample): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'help-example-'));
	try {
		for (const [path, text] of files) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
		const { findings, pages, pairs } = await checkCorpus({
			...{ folder, source: 'en/{page}', target: '{locale}/{page}', sourceLocale: 'en' },
			...{ locales: [{ tag: 'fr', part: 'fr' }], policy: defaultPolicy, severities: {} },
			today: '2026-11-21',
		});
		const errors = findings.filter(({ severity }) => severity === 'error').length;
		const summary = { pages, pairs, errors, warnings: findings.length - errors };
		const printed = pretty({ findings, summary }, { width: 84 });
		return printed.slice(0, printed.search(/\n\d+ (?:error|warning)/)).trimEnd();
	} finally {
		rmSync(folder, { recursive: true });
	}
}
