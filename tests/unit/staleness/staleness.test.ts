import { expect, test } from 'vitest';
import type { SourceSection } from '../../../src/checker/staleness/source-sections.ts';
import { compareRecord } from '../../../src/checker/staleness/staleness.ts';

function section(text: string): SourceSection {
	const [key = '', digest = ''] = text.split('=');
	return { key, digest, name: key, heading: undefined, blocks: [] };
}

test.each([
	['nothing changed', 'a=1 b=2', 'a=1 b=2', 'a current, b current', ''],
	['one changed', 'a=1 b=2', 'a=1 b=3', 'a current, b changed', ''],
	['one appeared at the end', 'a=1', 'a=1 b=2', 'a current, b new', ''],
	['one appeared in between', 'a=1 c=3', 'a=1 b=2 c=3', 'a current, b new, c current', ''],
	['one went away', 'a=1 b=2 c=3', 'a=1 c=3', 'a current, c current', 'b'],
	['one was renamed', 'a=1 b=2 c=3', 'a=1 x=9 c=3', 'a current, x renamed from b, c current', ''],
	[
		'two were renamed',
		'a=1 b=2 c=3',
		'a=1 x=8 y=9',
		'a current, x renamed from b, y renamed from c',
		'',
	],
	['the first was renamed', 'a=1 b=2', 'x=9 b=2', 'x renamed from a, b current', ''],
	['the order changed', 'a=1 b=2 c=3', 'a=1 c=3 b=2', 'a current, c current, b current', ''],
	[
		'one went, one came elsewhere',
		'a=1 b=2 c=3',
		'b=2 c=3 x=9',
		'b current, c current, x new',
		'a',
	],
	['nothing was recorded', '', 'a=1', 'a new', ''],
])('%s', (_, recorded, now, states, gone) => {
	const digests = new Map(
		recorded
			.split(' ')
			.filter((each) => each !== '')
			.map((each) => each.split('=') as [string, string]),
	);
	const result = compareRecord(now.split(' ').map(section), digests);
	const told = result.sections.map(
		({ section: { key }, state, recordedKey }) =>
			`${key} ${state}${recordedKey === undefined ? '' : ` from ${recordedKey}`}`,
	);
	expect(told.join(', ')).toBe(states);
	expect(result.gone.join(', ')).toBe(gone);
});
