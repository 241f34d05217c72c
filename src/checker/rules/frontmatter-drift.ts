import { compareValues, holdsWords, isLike, otherKey } from '../front-matter/compare-values.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';
import { findRenamedKeys } from '../front-matter/renamed-keys.ts';
import type { Rule } from '../rule.ts';
import { isSamePlace } from '../links/same-target.ts';
import { RECORD_KEY } from '../staleness/record.ts';
import { isTranslatedKey } from '../front-matter/translated-key.ts';

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
		key: 'The key `{key}` does not exist in the source, expected `{expected}`. Keys are never translated: write `{name}`.',
		value: 'The value of `{key}` is `{found}`, expected `{expected}`. Copy it from the source.',
		shape: 'The value of `{key}` is {found}, expected {expected}. Write it as in the source.',
	},
	fixable: ['missing', 'key', 'value'],
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
		const renamed = findRenamedKeys(
			Object.entries(ours.data).filter(([key]) => key in theirs.data || !isLocal(key)),
			Object.entries(theirs.data).filter(([key]) => key in ours.data || !isOwn(key)),
			isLike,
		);
		const known = new Set(renamed.values());
		for (const [key, value] of Object.entries(ours.data)) {
			if (known.has(key)) continue;
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
				for (const difference of compareValues(
					key,
					key,
					value,
					theirs.data[key],
					policy.translatedKeys,
				)) {
					const { expected, found, key: path, name } = difference.data;
					if (difference.messageId === 'value' && leadToSame(expected!, found!, pair)) continue;
					yield {
						...{ file: target, ...difference },
						range: place(theirs, path!),
						source: place(ours, name === undefined ? path! : expected!),
						// What stands within other values is written in more than one way.
						...((difference.messageId === 'missing' ||
							(name === undefined && !ours.places.has(path!)) ||
							!theirs.places.has(path!)) && { isFixable: false }),
					};
				}
		}
		for (const [key, value] of Object.entries(theirs.data)) {
			if (key in ours.data || isOwn(key)) continue;
			const at = { file: target, range: place(theirs, key) };
			const expected = renamed.get(key);
			if (expected === undefined)
				yield { ...at, messageId: 'extra', data: { key }, source: ours.span ?? TOP };
			else
				yield {
					...at,
					...otherKey(key, expected, '', ours.data[expected], value, policy.translatedKeys),
					source: place(ours, expected),
				};
		}
	},
};

/** Keys that speak of the translation itself: `machine_translated`, `x-i18n`, not `translationKey`. */
const OF_TRANSLATION = /translat(?!ion_?Key$)|l10n|i18n(?!_?(?:key|id)$)/i;

/** Keys that translations on MDN have from the English page; elsewhere they are compared. */
const OF_MDN = /^(?:sidebar|status|original_slug)$/;

/** Keys that have a value of their own in each language that has them. */
const OWN_VALUE = /^(?:lang|locale|language|slug|url|permalink|translationKey|date|authors?)$/i;

const TOP: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Whether two values are paths that differ in their locale alone: `/guide` and `/fr/guide`. */
function leadToSame(expected: string, found: string, pair: Pair): boolean {
	if (isSamePlace(expected, found, pair)) return true;
	if (!expected.includes('/') || !found.includes('/')) return false;
	return normaliseTarget(expected, pair.tags) === normaliseTarget(found, pair.tags);
}
