import { matchesOf } from '../alignment/alignment.ts';
import { kinship } from '../alignment/similarity.ts';
import type { Block } from '../document/block.ts';
import { excerptOf, loneBlocks } from '../lone-blocks.ts';
import { mistypedOpenings } from '../mistyped/callout.ts';
import { nestingRemarks } from '../nesting/nesting-remarks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** Callouts: a warning that became a tip, or plain text, warns nobody. */
export const calloutDrift: Rule<Pair> = {
	id: 'callout-drift',
	severity: 'error',
	description: 'A callout that is missing, new, or of another kind.',
	messages: {
		missing: 'The callout `{excerpt}` is missing. Translate it and put it here.',
		'missing-several':
			'{count} callouts are missing here, the first is `{excerpt}`. Translate them and put them here.',
		moved:
			'The callout `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
		outdented:
			'What begins with `{excerpt}` stands behind the callout to which it belongs in the source. Write it within that callout.',
		indented:
			'What begins with `{excerpt}` belongs to the callout above it, but not in the source. Write it behind that callout.',
		extra:
			'The callout `{excerpt}` does not exist in the source. Remove it, or write it as in the source.',
		name: 'The callout has the keyword `{found}`, expected `{expected}`. Keywords are never translated: write `{expected}`.',
		fold: 'The callout is {found}, expected {expected}. Write its mark as in the source.',
		quote: 'This is a quotation, expected a callout `{expected}`. Write it as in the source.',
		'no-quote': 'This is a callout `{found}`, expected a quotation. Write it as in the source.',
		mistyped:
			'`{found}` opens nothing, since generators know only straight quotation marks and a narrow bar there. Write `{expected}`.',
	},
	fixable: ['name'],
	*check(pair) {
		yield* loneBlocks(pair, ['callout']);
		const quotes = matchesOf(pair.alignment, 'quote');
		const recast = quotes.filter(({ target: { kind } }) => kind === 'callout');
		for (const { source: from, target: to } of [
			...matchesOf(pair.alignment, 'callout'),
			...recast,
		]) {
			const data = kinship(from, to) < 1 ? namesOf(from, to) : foldsOf(from, to, pair);
			if (!data) continue;
			const shape = to.kind === 'quote' ? 'quote' : from.kind === 'quote' ? 'no-quote' : 'name';
			yield {
				file: pair.target,
				messageId: kinship(from, to) < 1 ? shape : 'fold',
				data: { ...data, excerpt: excerptOf(to, pair.target.text) },
				range: to.span,
				source: from.span,
			};
		}
		yield* nestingRemarks(pair, 'callout');
		const opened = [
			...matchesOf(pair.alignment, 'callout'),
			...matchesOf(pair.alignment, 'component'),
		];
		yield* mistypedOpenings(opened, pair);
	},
};

interface Difference {
	readonly expected: string;
	readonly found: string;
}

/** A keyword of MyST that was translated makes the callout code in a language of that name. */
function namesOf(source: Block, target: Block): Difference {
	const found = target.code?.language?.replace(/[{}]/g, '') ?? target.name;
	return { expected: source.name, found };
}

/** Whether readers can fold the one and not the other. */
function foldsOf(source: Block, target: Block, pair: Pair): Difference | undefined {
	const [expected, found] = [foldOf(source, pair.source.text), foldOf(target, pair.target.text)];
	return expected && found && expected !== found ? { expected, found } : undefined;
}

/** As MkDocs tells by `???`, and Obsidian by `> [!note]-`; `undefined` in other notations. */
function foldOf({ span }: Block, text: string): string | undefined {
	const [, sign] = /^>[ \t]*\[!\p{L}+\]([+-]?)/iu.exec(text.slice(span.from, span.from + 60)) ?? [];
	return sign === undefined ? undefined : FOLDS[sign];
}

const FOLDS: Readonly<Record<string, string>> = {
	'': 'never folded',
	'-': 'folded at first',
	'+': 'unfolded at first',
};
