import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../../src/checker/policy.ts';
import { parseDocument } from '../../src/checker/document/parse-document.ts';
import { sourceSections } from '../../src/checker/staleness/source-sections.ts';
import { writeRecord } from '../../src/checker/staleness/write-record.ts';
import config from '../../parity.config.ts';

/** Records every translation of a content folder as one of the English text as it is now. */
export function recordTranslations(content: string): void {
	const { translatedKeys } = { ...defaultPolicy, ...config };
	for (const page of readdirSync(join(content, 'en'), { recursive: true, encoding: 'utf8' })) {
		if (!page.endsWith('.md')) continue;
		const text = readFileSync(join(content, 'en', page), 'utf8');
		const source = parseDocument({ path: page, locale: 'en', page, text });
		const digests = sourceSections(source, translatedKeys).map(
			({ key, digest }): [string, string] => [key, digest],
		);
		for (const locale of ['fr', 'pt-br', 'es']) {
			const path = join(content, locale, page);
			try {
				writeFileSync(path, writeRecord(readFileSync(path, 'utf8'), new Map(digests)));
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
			}
		}
	}
}
