import { diffArrays } from 'diff';

/** A part of a text that is in both versions, or in one of them. */
export interface TextPart {
	readonly kind: 'same' | 'removed' | 'added';
	readonly text: string;
}

/** Share of the letters that two texts have to have in common to be compared by words. */
const LEAST_ALIKE = 0.3;
/** Texts that differ more are shown one after the other. */
const MOST_EDITS = 2000;

/**
 * Two versions of a paragraph, word by word; one after the other where they have little in common.
 *
 * @param isExact whether white space counts, as it does in code
 */
export function compareWords(before: string, after: string, isExact: boolean): TextPart[] {
	const changes = diffArrays(tokensOf(before, isExact), tokensOf(after, isExact), {
		comparator: (a, b) => a === b || (!isExact && a.trim() === '' && b.trim() === ''),
		maxEditLength: MOST_EDITS,
	});
	const parts = changes?.map(({ added, removed, value }): TextPart => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value.join(''),
	}));
	if (parts && areAlike(parts, before, after)) return joined(parts);
	return [
		{ kind: 'removed', text: after === '' ? before : `${before}\n` },
		{ kind: 'added', text: after },
	];
}

/** Words strewn over two other sentences help nobody. */
function areAlike(parts: readonly TextPart[], before: string, after: string): boolean {
	const same = parts.filter(({ kind }) => kind === 'same').map(({ text }) => text);
	const longer = Math.max(letters(before), letters(after));
	return before === '' || after === '' || letters(same.join('')) >= longer * LEAST_ALIKE;
}

function letters(text: string): number {
	return text.replace(/[\s\p{P}]+/gu, '').length;
}

/** Words, white space, and other characters one by one; some scripts have no space between words. */
function tokensOf(text: string, isExact: boolean): string[] {
	return text.match(isExact ? EXACT_TOKENS : TOKENS) ?? [];
}

const TOKEN = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]|[\p{L}\p{N}\p{M}_]+`;
const TOKENS = new RegExp(String.raw`${TOKEN}|\s+|.`, 'gsu');
const EXACT_TOKENS = new RegExp(String.raw`${TOKEN}|[^\S\n]+|.`, 'gsu');

/** Changes with white space alone between them read better as one. */
function joined(parts: readonly TextPart[]): TextPart[] {
	const runs: { removed: string; added: string; same: string }[] = [
		{ removed: '', added: '', same: '' },
	];
	for (const [index, { kind, text }] of parts.entries()) {
		const run = runs.at(-1)!;
		const isBetween =
			text.trim() === '' && run.same === '' && isBoth(run) && index < parts.length - 1;
		if (kind === 'same' && !isBetween) run.same += text;
		else if (kind === 'same') {
			run.removed += text;
			run.added += text;
		} else {
			if (run.same !== '') runs.push({ removed: '', added: '', same: '' });
			runs.at(-1)![kind] += text;
		}
	}
	return runs.flatMap(({ removed, added, same }): TextPart[] => {
		const space = isBoth({ removed, added }) ? sharedEnd(removed, added) : '';
		const end = -space.length || undefined;
		return [
			{ kind: 'removed' as const, text: removed.slice(0, end) },
			{ kind: 'added' as const, text: added.slice(0, end) },
			{ kind: 'same' as const, text: space + same },
		].filter(({ text }) => text !== '');
	});
}

/** White space that ends both. */
function sharedEnd(a: string, b: string): string {
	const space = /\s*$/.exec(a)![0];
	return b.endsWith(space) ? space : '';
}

function isBoth({ removed, added }: { removed: string; added: string }): boolean {
	return removed !== '' && added !== '';
}
