import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/checker/document/parse-document.ts';
import { readRecord } from '../../../src/checker/staleness/record.ts';
import { writeRecord } from '../../../src/checker/staleness/write-record.ts';

const DIGESTS = new Map([
	['_', 'bcdfghjk'],
	['set-a-limit', 'kjhgfdcb'],
	['2024', 'mnpqrstv'],
	['null', 'vwxzbcdf'],
	['überwachen', 'zxwvtsrq'],
]);

function read(text: string) {
	return readRecord(parseDocument({ path: 'fr/a.md', locale: 'fr', page: 'a.md', text }));
}

describe.each([
	['YAML', '---\ntitle: A\norder: 2 # second\n---\n\nText.\n'],
	['TOML', '+++\ntitle = "A"\n\n[menu]\nweight = 2\n+++\n\nText.\n'],
	['no front matter', 'Text.\n'],
	['an empty file', ''],
	['empty front matter', '---\n---\nText.\n'],
	['a rule above everything', '---\n\n# Orders\n\nText.\n\n---\n'],
	['a rule in the text', '---\ntitle: A\n---\n\nText.\n\n---\n\nMore.\n'],
])('%s', (name, text) => {
	test('what was written is read, and the rest is as it was', () => {
		const written = writeRecord(text, DIGESTS);
		expect([...read(written)!.digests].sort()).toEqual([...DIGESTS].sort());
		const rest = parseDocument({ path: 'a.md', locale: 'fr', page: 'a.md', text: written });
		expect(rest.frontMatter.problems).toEqual([]);
		for (const line of text.split('\n')) expect(written.split('\n')).toContain(line);
		expect(written.endsWith(text.replace(/^(?:---|\+\+\+)\n[^]*?(?=(?:---|\+\+\+)\n)/, ''))).toBe(
			true,
		);
		if (!name.startsWith('no') && !name.startsWith('an'))
			expect(written.length).toBeGreaterThan(text.length);
	});

	test('writing again replaces the record', () => {
		const once = writeRecord(
			text,
			new Map([
				['_', 'bbbbbbbb'],
				['old', 'cccccccc'],
			]),
		);
		const twice = writeRecord(once, DIGESTS);
		expect(twice).toBe(writeRecord(text, DIGESTS));
		expect(writeRecord(twice, DIGESTS)).toBe(twice);
	});

	test('lines end as in the file', () => {
		const windows = text.replaceAll('\n', '\r\n');
		const written = writeRecord(windows, DIGESTS);
		if (windows !== '') expect(written).toBe(writeRecord(text, DIGESTS).replaceAll('\n', '\r\n'));
		expect([...read(written)!.digests].sort()).toEqual([...DIGESTS].sort());
	});
});

test('a record stands where it stands', () => {
	const record = read(writeRecord('---\ntitle: A\n---\n', new Map([['_', 'bcdfghjk']])))!;
	expect(record.range).toEqual({ start: { line: 3, column: 1 }, end: { line: 4, column: 14 } });
});

test('keys that follow a record are kept', () => {
	const text = '---\nparity:\n  _: bcdfghjk\n\n  a: bcdfghjk\norder: 2\n---\n';
	expect(writeRecord(text, new Map([['_', 'kkkkkkkk']]))).toBe(
		'---\norder: 2\nparity:\n  _: kkkkkkkk\n---\n',
	);
});

test.each([
	['no record', 'title: A\nparityOf: b', undefined],
	['a text', 'parity: yes-indeed', true],
	['nothing', 'parity:', true],
	['a number for a digest', 'parity:\n  _: 12345678', true],
	['a digest that was cut', 'parity:\n  _: bcd', true],
	['other spaces', 'parity:\n    _:   bcdfghjk', false],
	['one line', 'parity: { _: bcdfghjk }', false],
])('%s', (_, yaml, isBroken) => {
	expect(read(`---\n${yaml}\n---\n`)?.isBroken).toBe(isBroken);
});
