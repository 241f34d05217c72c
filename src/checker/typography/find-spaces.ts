import type { Conventions } from './conventions.ts';
import type { ProseRun } from './prose-run.ts';
import { quotationPairs } from './quotation-pairs.ts';
import type { RunSlip } from './slip.ts';

/** Spaces that are missing, superfluous or let a line break where none may, beside marks. */
export function* findSpaces({ text }: ProseRun, conventions: Conventions): Generator<RunSlip> {
	if (conventions.beforeMarks === 'no-break space') yield* spacesBeforeMarks(text);
	else yield* extraSpaces(text, BEFORE_MARKS);
	yield* extraSpaces(text, BEFORE_COMMAS);
	if (conventions.insideGuillemets) yield* insideGuillemets(text, conventions.insideGuillemets);
	for (const { index, 0: blanks } of text.matchAll(SEVERAL))
		yield slip('several', index, index + blanks.length, ' ');
}

/** What a mark can follow: what it cannot, such as `(?)`, is no end of a sentence. */
const END_OF_WORDS = '[\\p{L}\\p{N}\\p{M}»”"\\)\\]%°€+#.…\\uFFFC]';
const BEHIND_MARK = '[\\s»”"’)\\],.…—–/]|$';

const FRENCH_MARKS = new RegExp(
	`(?<=${END_OF_WORDS})([ \\t]*)([;!?]+(?=${BEHIND_MARK})|:(?=[\\s»”")]|$))`,
	'gu',
);

/** A question ends its sentence; `a ? b` does not. */
const BEFORE_MARKS = new RegExp(
	`(?<=${END_OF_WORDS})([ \\t\\u00A0\\u202F]+)([;:](?=\\s|$)|[!?]+(?=[)\\]»”"…,.]|\\s*$|\\s+[\\p{Lu}¿¡«“"(]))`,
	'gu',
);

/** Not behind digits: `50.` at the beginning of a line would be an item. */
const BEFORE_COMMAS =
	/(?<=[\p{L}\p{M}»”")\]])([ \t\u00A0\u202F]+)(,(?=\s|$)|\.(?=\s+\p{Lu}|\s*$))/gu;

const SEVERAL = /(?<=\S)[ \t]{2,}(?=\S)/g;

function* spacesBeforeMarks(text: string): Generator<RunSlip> {
	for (const { index, 1: blanks = '', 2: marks = '' } of text.matchAll(FRENCH_MARKS)) {
		const space = marks === ':' ? '\u00A0' : '\u202F';
		const end = index + blanks.length;
		const messageId = blanks === '' ? 'missing' : 'breaking';
		const data = { mark: marks, side: 'before', code: codeOf(space) };
		yield slip(messageId, index, end, space, data, end + marks.length);
	}
}

function* extraSpaces(text: string, pattern: RegExp): Generator<RunSlip> {
	for (const { index, 1: blanks = '', 2: mark = '' } of text.matchAll(pattern)) {
		const end = index + blanks.length;
		yield slip('extra', index, end, '', { mark, side: 'before' }, end + mark.length);
	}
}

function* insideGuillemets(
	text: string,
	expected: 'no-break space' | 'nothing',
): Generator<RunSlip> {
	for (const { open, close } of quotationPairs(text, ['«', '»'])) {
		const behind = /^[ \t\u00A0\u202F]*/.exec(text.slice(open + 1))![0];
		if (open + 1 + behind.length >= close) continue;
		let end = close;
		while (/[ \t\u00A0\u202F]/.test(text[end - 1]!)) end--;
		const before = text.slice(end, close);
		// A line that breaks right beside the mark is somebody's own decision.
		if (text[open + 1 + behind.length] !== '\n')
			yield* beside(behind, open + 1, { mark: '«', side: 'after' }, open, open + 1 + behind.length);
		if (text[close - before.length - 1] !== '\n')
			yield* beside(
				before,
				close - before.length,
				{ mark: '»', side: 'before' },
				close - before.length,
				close + 1,
			);
	}

	function* beside(
		blanks: string,
		at: number,
		data: { readonly mark: string; readonly side: string },
		from: number,
		to: number,
	): Generator<RunSlip> {
		const end = at + blanks.length;
		if (expected === 'nothing') {
			if (blanks !== '')
				yield { messageId: 'extra', data, from, to, edits: [{ from: at, to: end, text: '' }] };
		} else if (!/[\u00A0\u202F]/.test(blanks))
			yield {
				messageId: blanks === '' ? 'missing' : 'breaking',
				data: { ...data, code: codeOf('\u00A0') },
				...{ from, to, edits: [{ from: at, to: end, text: '\u00A0' }] },
			};
	}
}

function slip(
	messageId: string,
	from: number,
	to: number,
	replacement: string,
	data: Readonly<Record<string, string>> = {},
	end = to,
): RunSlip {
	return { messageId, data, from, to: end, edits: [{ from, to, text: replacement }] };
}

/** `codeOf('\u202F')` => `'U+202F'` */
function codeOf(character: string): string {
	return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
