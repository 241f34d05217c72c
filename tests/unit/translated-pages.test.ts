import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from '../../src/checker/document/parse-document.ts';
import { readRecord } from '../../src/checker/staleness/record.ts';
import { readSourceFile } from '../../src/corpus/read-source-file.ts';

const CONTENT = resolve(import.meta.dirname, '../../content');

test('each translation has a record of the English page, which `parity sync` writes', () => {
	const translations = globSync('{fr,pt-br,es}/**/*.md', { cwd: CONTENT });
	expect(translations.length).toBeGreaterThan(200);
	const unrecorded = translations.filter((path) => {
		const [locale = ''] = path.split('/');
		const page = path.slice(locale.length + 1);
		const file = readSourceFile(resolve(CONTENT, path), { path, locale, page });
		return readRecord(parseDocument(file)) === undefined;
	});
	expect(unrecorded).toEqual([]);
});
