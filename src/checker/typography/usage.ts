/** What a word is replaced with, and where it is meant in that way. */
export interface Usage {
	readonly messageId: 'address' | 'lexicon';
	readonly expected: string;
	/** What stands before the word, where the word alone could be a right one. */
	readonly behind?: RegExp;
	/** What follows it, likewise. */
	readonly before?: RegExp;
}

/** Words with spaces between them, what replaces each, and what stands beside it. */
export type UsageRow = readonly [
	words: string,
	expected: string,
	beside?: Pick<Usage, 'behind' | 'before'>,
];

/** The same by word. */
export function usagesOf(
	messageId: Usage['messageId'],
	rows: readonly UsageRow[],
): [string, Usage][] {
	return rows.flatMap(([words, expected, beside]) =>
		words.split(' ').map((word): [string, Usage] => [word, { messageId, expected, ...beside }]),
	);
}
