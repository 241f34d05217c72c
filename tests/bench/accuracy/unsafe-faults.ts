import { codeBlocks, type CodeLine } from './code-block.ts';
import type { Change, ChangeKind, Fault, Pair } from './fault.ts';
import { inlineLinks, longWords, urlSpan } from './inline-faults.ts';
import { insertBlock } from './lines.ts';
import { ofType, topLevel } from './parsed-page.ts';

/** What a translation may not bring along: things that run, and signs that deceive the eye. */
export const unsafeFaults: readonly Fault[] = [
	block('unsafe-script', '<script>fetch("https://orders.example/")</script>'),
	block('unsafe-iframe', '<iframe src="https://orders.example/"></iframe>'),
	{
		...block('unsafe-raw-html', '<div class="promo"><form action="/uploads"></form></div>'),
		subjects: ['unsafe', 'component'],
	},
	unsafe('unsafe-script-redirected', 'altered', ({ target }) =>
		ofType(target, 'html').flatMap(({ from, to }) =>
			[...target.text.slice(from, to).matchAll(SCRIPT_HOST)].map(({ 0: host, index }) => ({
				edits: [{ from: from + index, to: from + index + host.length, insert: 'stolen.example' }],
			})),
		),
	),
	inText('unsafe-event-handler', '<span onclick="upload()">', '</span>'),
	inText('unsafe-javascript-link', '[', '](javascript:upload%28%29)'),
	inText('unsafe-data-link', '[', '](data:text/html;base64,PGgxPk9yZGVyczwvaDE+)'),
	{ ...block('unsafe-mdx-import', "import Orders from '../orders.js'"), on: 'mdx' },
	{ ...block('unsafe-mdx-export', 'export const orders = 3'), on: 'mdx' },
	{ ...inText('unsafe-mdx-expression', '{process.env.SESSION_SECRET} ', ''), on: 'mdx' },
	unsafe('unsafe-bidi-in-inline-code', 'altered', ({ target }) =>
		ofType(target, 'inlineCode').flatMap(({ node: { value }, from }) =>
			insertInside(from + 1, value, '\u202e'),
		),
	),
	inCode('unsafe-bidi-in-code', (line) => insertInside(0, line, '\u202e')),
	inCode('unsafe-zero-width-space-in-code', (line) => insertInside(0, line, '\u200b')),
	inCode('unsafe-look-alike-in-code', lookAlike, ({ isPlain }) => isPlain),
	unsafe('unsafe-look-alike-in-link', 'altered', ({ target }) =>
		inlineLinks(target).flatMap((link): Change[] => {
			const span = urlSpan(target, link);
			if (!span) return [];
			return lookAlike(link.node.url).map(({ edits }) => ({
				around: link,
				edits: edits.map(({ from, to, insert }) => ({
					from: span.from + from,
					to: span.from + to,
					insert,
				})),
			}));
		}),
	),
];

const SCRIPT_HOST = /(?<=<script src="https:\/\/)[\w.]+/g;

/** Cyrillic letters that look like Latin ones. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р' };

function unsafe(id: string, effect: ChangeKind['effect'], changes: Fault['changes']): Fault {
	return { id, subjects: ['unsafe'], effect, changes };
}

function block(id: string, html: string): Fault {
	return unsafe(id, 'added', ({ target }) =>
		topLevel(target, 'paragraph').map(({ to }) => ({
			edits: [insertBlock(target.text, to - 1, html)],
		})),
	);
}

/** Puts something around a word. */
function inText(id: string, before: string, after: string): Fault {
	return unsafe(id, 'added', ({ target }) =>
		longWords(target).map(({ from, to }) => ({
			edits: [
				{ from, to: from, insert: before },
				...(after ? [{ from: to, to, insert: after }] : []),
			],
		})),
	);
}

function inCode(
	id: string,
	edit: (line: string) => readonly Change[],
	isPlace: (line: CodeLine) => boolean = () => true,
): Fault {
	return unsafe(id, 'altered', ({ target }: Pair) =>
		codeBlocks(target)
			.flatMap(({ lines }) => lines.filter(isPlace))
			.flatMap((line) =>
				edit(line.text).map(({ edits }) => ({
					edits: edits.map(({ from, to, insert }) => ({
						from: line.from + from,
						to: line.from + to,
						insert,
					})),
				})),
			),
	);
}

/** Puts a character between the first two letters of a text. */
function insertInside(offset: number, text: string, character: string): Change[] {
	const pair = /\w(?=\w)/.exec(text);
	if (!pair) return [];
	const at = offset + pair.index + 1;
	return [{ edits: [{ from: at, to: at, insert: character }] }];
}

/** The first letter, after the scheme of an address, that has a double in the Cyrillic alphabet. */
function lookAlike(text: string): Change[] {
	const scheme = /^(?:https?:\/\/)?/.exec(text)![0].length;
	const letter = /(?<=\w)[aceop]/.exec(text.slice(scheme));
	if (!letter) return [];
	const latin = letter[0];
	const index = scheme + letter.index;
	return [{ edits: [{ from: index, to: index + 1, insert: LOOK_ALIKES[latin]! }] }];
}
