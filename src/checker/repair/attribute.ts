import type { Point } from '../place.ts';
import { rebaseTargets } from '../links/relative-target.ts';
import type { PageText } from './page-text.ts';
import type { Repair } from './repair.ts';

/** An attribute of a tag that nobody translates is the one that the source has. */
export const repairAttribute: Repair = function* (
	{ data: { name = '', expected = '' }, range, source },
	{ source: { path: home }, target: { path }, sourceText, targetText },
) {
	const key = /^[^\s=]+/.exec(expected)?.[0];
	if (key === undefined || !range || !source?.range) return;
	const [from, to] = [
		openingTag(name, source.range.start, sourceText),
		openingTag(name, range.start, targetText),
	];
	const fresh = from && attributeOf(rebaseTargets(from.written, home, path), key);
	if (!fresh || !to) return;
	const old = attributeOf(to.written, key);
	const at = to.from + (old?.at ?? /\s*\/?>$/.exec(to.written)!.index);
	yield [
		{
			from: at,
			to: at + (old?.written.length ?? 0),
			text: old ? fresh.written : ` ${fresh.written}`,
		},
	];
};

const VALUE = String.raw`"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^\s>"'{]+`;
const ATTRIBUTES = String.raw`(?:\s+[^\s=>/"'{}]+(?:=(?:${VALUE}))?)*`;

/** The first tag of a name behind a place, and where it begins. */
function openingTag(
	name: string,
	place: Point,
	{ text, offsetOf }: Pick<PageText, 'text' | 'offsetOf'>,
): { readonly from: number; readonly written: string } | undefined {
	const tag = new RegExp(String.raw`<${RegExp.escape(name)}${ATTRIBUTES}\s*/?>`, 'gi');
	tag.lastIndex = offsetOf(place);
	const match = tag.exec(text);
	return match ? { from: match.index, written: match[0] } : undefined;
}

function attributeOf(
	tag: string,
	name: string,
): { readonly at: number; readonly written: string } | undefined {
	const match = new RegExp(
		String.raw`(?<=\s)${RegExp.escape(name)}(?:=(?:${VALUE}))?(?=[\s/>])`,
		'i',
	).exec(tag);
	return match ? { at: match.index, written: match[0] } : undefined;
}
