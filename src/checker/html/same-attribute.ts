import type { Attribute } from '../document/block.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import { isSamePlace } from '../links/same-target.ts';
import type { Pair } from '../pair.ts';
import { isProseText } from '../prose-text.ts';
import { scriptKey } from '../safety/script-key.ts';
import type { Part } from './attribute-parts.ts';

/** Whether an attribute says the same in both languages. */
export function areAlike(source: Attribute, target: Attribute, part: Part, pair: Pair): boolean {
	if (source.value === target.value) return true;
	if (source.value.startsWith('{'))
		return target.value.startsWith('{')
			? expressionKey(source) === expressionKey(target)
			: !isCode(target, part);
	if (isSamePlace(source.value, target.value, pair)) return true;
	if (BOUND.test(source.name) && withoutStrings(source.value) === withoutStrings(target.value))
		return true;
	if (part.isTemplate || /^(?:href|src|to|link|url)$/.test(source.name.replace(/^:/, ''))) {
		const [ours, theirs] = [source, target].map(({ value }) => normaliseTarget(value, pair.tags));
		if (ours === theirs) return true;
	}
	// A word without a name may be one that people read.
	const isWord = /^\d+$/.test(source.name) && /\s|[^ -~]/.test(target.value);
	return !isCode(source, part) || (part.isTemplate && isWord && isProseText(source.value));
}

/** Whether nobody would translate an attribute. */
export function isCode({ name, value }: Attribute, { isTemplate }: Part): boolean {
	if (TECHNICAL.test(name) || BOUND.test(name) || !isProseText(value)) return true;
	return isTemplate && !IN_WORDS.test(name) && IDENTIFIER.test(value);
}

/** Attributes whose values are code; new expressions are told by `unsafe-mdx`. */
const TECHNICAL =
	/^(?:id|class|className|code|type|kind|variant|icon|size|color|align|position|theme|mode|href|src|to|link|url|lang|language|slot|key|is|value|groupId|client:.*|set:.*)$/;

/** Attributes of templates that people read. */
export const IN_WORDS =
	/^name$|(?:title|caption|text|alt|desc|description|label|summary|header|heading|content|message|tooltip|placeholder)$/i;

/** Attributes of Vue whose values are code: `:count`, `v-if`. */
const BOUND = /^(?::|v-)/;

/** One word that is none of a sentence: `warning`, `SidecarContainers`, `orders.md`. */
const IDENTIFIER = /^(?:[a-z\d][\w./:#-]*|[\w-]*[a-z\d][A-Z]\w*)$/;

function expressionKey({ value }: Attribute): string {
	return scriptKey({ kind: 'attribute', value: value.slice(1, -1) });
}

/** Code without its texts, which people read more often than not. */
function withoutStrings(code: string): string {
	return code.replace(/'[^']*'|`[^`]*`/g, "''");
}
