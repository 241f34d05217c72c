import type { Match } from '../alignment/alignment.ts';
import type { Block } from '../document/block.ts';
import { pointBehind, type Range, type Span } from '../place.ts';
import type { SideText } from './side-texts.ts';

/** Attributes of components and of HTML that people read, and that are as in the source. */
export function copiedAttributes(match: Match, source: string, target: string): SideText[] {
	const found = [...attributesOf(match.target)];
	if (found.length === 0) return [];
	const ours = new Map([...attributesOf(match.source)].map((each) => [keyOf(each), each]));
	return [...new Map(found.map((each) => [keyOf(each), each]))].flatMap(
		([key, each]): SideText[] => {
			const from = ours.get(key);
			if (!from) return [];
			return [
				{
					...{ kind: 'value', key: each.name, text: each.value },
					range: placeOf(each, target),
					source: placeOf(from, source),
				},
			];
		},
	);
}

interface TextAttribute {
	readonly name: string;
	readonly value: string;
	/** What holds it. */
	readonly span: Span;
}

function keyOf({ name, value }: TextAttribute): string {
	return `${name} ${value}`;
}

function* attributesOf({ attributes = [], inlines, span }: Block): Generator<TextAttribute> {
	for (const { name, value } of attributes) if (isText(name, value)) yield { name, value, span };
	for (const inline of inlines)
		if (inline.kind === 'component') {
			for (const { name, value } of inline.attributes)
				if (isText(name, value)) yield { name, value, span: inline.span };
		} else if (inline.kind === 'tag' && !KEPT.has(inline.value))
			for (const [name, value] of inline.tag.attributes)
				if (isText(name, value) && !(inline.value === 'img' && name === 'alt'))
					yield { name, value, span: inline.span };
}

/** A text of several words that is no expression. */
function isText(name: string, value: string): boolean {
	return NAMES.has(name) && SEVERAL_WORDS.test(value) && !value.startsWith('{');
}

const NAMES: ReadonlySet<string> = new Set(
	'alt title subtitle heading description label caption placeholder aria-label text summary'.split(
		' ',
	),
);

const SEVERAL_WORDS = /\S\s+\S|[\u3040-\u9fff]/;

/** Elements whose titles are the full names of what they stand for, or come with what they embed. */
const KEPT: ReadonlySet<string> = new Set(['abbr', 'iframe']);

/** Where an attribute is written, or where what holds it begins. */
function placeOf({ value, span }: TextAttribute, text: string): Range {
	const at = text.indexOf(value, span.from);
	if (at < 0 || at >= span.to) return { start: span.start, end: span.start };
	const start = pointBehind(span.start, text.slice(span.from, at));
	return { start, end: pointBehind(start, value) };
}
