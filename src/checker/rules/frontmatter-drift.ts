import type { FrontMatter } from '../front-matter.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';
import type { Remark, Rule } from '../rule.ts';
import { isSamePlace } from '../links/same-target.ts';
import { RECORD_KEY } from '../staleness/record.ts';
import { isTranslatedKey } from '../translated-key.ts';

/**
 * Front matter: the same keys, and equal values where nobody would translate them. A page whose
 * `draft` or `order` differs is published, or found, elsewhere than its source.
 */
export const frontmatterDrift: Rule<Pair> = {
	id: 'frontmatter-drift',
	severity: 'error',
	description: 'Front matter with other keys, or other untranslatable values, than in the source.',
	messages: {
		none: 'The front matter is missing. Copy it from the source and translate its texts.',
		missing: 'The key `{key}` is missing. Copy it from the source{translate}.',
		extra: 'The key `{key}` does not exist in the source. Remove it.',
		value: 'The value of `{key}` is `{found}`, expected `{expected}`. Copy it from the source.',
		shape: 'The value of `{key}` is {found}, expected {expected}. Write it as in the source.',
	},
	fixable: ['missing', 'value'],
	*check(pair) {
		const { source, target, policy } = pair;
		const [ours, theirs] = [source.frontMatter, target.frontMatter];
		if (ours.problems.length > 0 || theirs.problems.length > 0) return;
		const isOfMdn = 'page-type' in ours.data;
		const isLocal = (key: string): boolean =>
			key === RECORD_KEY ||
			policy.localKeys.includes(key) ||
			OF_TRANSLATION.test(key) ||
			(isOfMdn && OF_MDN.test(key));
		const isOwn = (key: string): boolean => isLocal(key) || OWN_VALUE.test(key);
		const place = (front: FrontMatter, key: string): Range =>
			front.places.get(key) ??
			front.places.get(key.slice(0, Math.max(0, key.lastIndexOf('.')))) ??
			front.span ??
			TOP;
		if (!target.head && Object.keys(ours.data).some((key) => !isLocal(key))) {
			yield { file: target, messageId: 'none', range: TOP, source: ours.span ?? TOP };
			return;
		}
		for (const [key, value] of Object.entries(ours.data)) {
			const at = { file: target, range: place(theirs, key), source: place(ours, key) };
			if (!(key in theirs.data)) {
				if (isLocal(key)) continue;
				const isText = isTranslatedKey(key, policy.translatedKeys);
				const translate = isText
					? ' and translate its value'
					: isOwn(key)
						? ', with the value of this language'
						: '';
				const isForPeople = translate !== '' || holdsWords(value, policy.translatedKeys);
				yield {
					...{ ...at, messageId: 'missing', data: { key, translate } },
					...((isForPeople || !ours.places.has(key)) && { isFixable: false }),
				};
			} else if (!isOwn(key))
				for (const difference of compare(
					key,
					key,
					value,
					theirs.data[key],
					policy.translatedKeys,
				)) {
					const { expected, found, key: path } = difference.data;
					if (difference.messageId === 'value' && leadToSame(expected!, found!, pair)) continue;
					yield {
						...{ file: target, ...difference },
						range: place(theirs, path!),
						source: place(ours, path!),
						// What stands within other values is written in more than one way.
						...((difference.messageId === 'missing' ||
							![ours, theirs].every(({ places }) => places.has(path!))) && {
							isFixable: false,
						}),
					};
				}
		}
		for (const key of Object.keys(theirs.data))
			if (!(key in ours.data) && !isOwn(key))
				yield {
					file: target,
					messageId: 'extra',
					data: { key },
					range: place(theirs, key),
					source: ours.span ?? TOP,
				};
	},
};

/** Keys that speak of the translation itself: `machine_translated`, `x-i18n`, not `translationKey`. */
const OF_TRANSLATION = /translat(?!ion_?Key$)|l10n|i18n(?!_?(?:key|id)$)/i;

/** Keys that translations on MDN have from the English page; elsewhere they are compared. */
const OF_MDN = /^(?:sidebar|status|original_slug)$/;

/** Keys that have a value of their own in each language that has them. */
const OWN_VALUE = /^(?:lang|locale|language|slug|url|permalink|translationKey|date|authors?)$/i;

const TOP: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

type Difference = Required<Pick<Remark, 'messageId' | 'data'>>;

/** @param path to the value, such as `hero.actions.0.link`; its last name decides about its words */
function* compare(
	path: string,
	name: string,
	source: unknown,
	target: unknown,
	translatedKeys: readonly string[],
): Generator<Difference> {
	const [expected, found] = [shapeOf(source), shapeOf(target)];
	if (expected !== found) {
		yield { messageId: 'shape', data: { key: path, expected, found } };
	} else if (isRecord(source) && isRecord(target)) {
		for (const key of new Set([...Object.keys(source), ...Object.keys(target)]))
			if (!(key in target))
				yield { messageId: 'missing', data: { key: `${path}.${key}`, translate: '' } };
			else if (!(key in source)) yield { messageId: 'extra', data: { key: `${path}.${key}` } };
			else yield* compare(`${path}.${key}`, key, source[key], target[key], translatedKeys);
	} else if (Array.isArray(source) && Array.isArray(target)) {
		for (const [index, value] of source.entries())
			yield* compare(`${path}.${index}`, name, value, target[index], translatedKeys);
	} else if (show(source) !== show(target)) {
		if (!isWords(name, source, translatedKeys))
			yield {
				messageId: 'value',
				data: { key: path, expected: show(source), found: show(target) },
			};
		else if (show(target).trim() === '')
			yield { messageId: 'shape', data: { key: path, expected, found: 'empty' } };
	}
}

/** Whether two values are paths that differ in their locale alone: `/guide` and `/fr/guide`. */
function leadToSame(expected: string, found: string, pair: Pair): boolean {
	if (isSamePlace(expected, found, pair)) return true;
	if (!expected.includes('/') || !found.includes('/')) return false;
	return normaliseTarget(expected, pair.tags) === normaliseTarget(found, pair.tags);
}

/** Whether a value is a text that people read. */
function isWords(name: string, value: unknown, translatedKeys: readonly string[]): boolean {
	return (
		typeof value === 'string' &&
		(isTranslatedKey(name, translatedKeys) || /\p{L}\s+\p{L}/u.test(value))
	);
}

/** Whether a value, or one within it, is to be translated. */
function holdsWords(value: unknown, translatedKeys: readonly string[], name = ''): boolean {
	if (Array.isArray(value)) return value.some((each) => holdsWords(each, translatedKeys, name));
	if (!isRecord(value)) return isWords(name, value, translatedKeys);
	return Object.entries(value).some(([key, each]) => holdsWords(each, translatedKeys, key));
}

function shapeOf(value: unknown): string {
	if (Array.isArray(value)) return `a list of ${value.length}`;
	if (value === null) return 'empty';
	if (isDate(value)) return 'a date';
	if (typeof value === 'object') return 'keys and values';
	return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return shapeOf(value) === 'keys and values';
}

function show(value: unknown): string {
	return isDate(value) ? value.toISOString().slice(0, 10) : String(value);
}

/** YAML's dates; the checker itself has no clock. */
function isDate(value: unknown): value is { toISOString(): string } {
	return typeof value === 'object' && value !== null && 'toISOString' in value;
}
