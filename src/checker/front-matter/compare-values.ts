import { findRenamedKeys } from './renamed-keys.ts';
import type { Remark } from '../rule.ts';
import { isTranslatedKey } from './translated-key.ts';

export type Difference = Required<Pick<Remark, 'messageId' | 'data'>> & Pick<Remark, 'isFixable'>;

/** A key that was translated; where its value is wrong as well, a machine leaves it alone. */
export function otherKey(
	key: string,
	name: string,
	path: string,
	source: unknown,
	target: unknown,
	translatedKeys: readonly string[],
): Difference {
	const isSame = compareValues('', name, source, target, translatedKeys).next().done === true;
	const data = { key: `${path}${key}`, expected: `${path}${name}`, name };
	return { messageId: 'key', data, ...(!isSame && { isFixable: false }) };
}

/** @param isSure whether they have to be the same, or both words */
export function isLike(source: unknown, target: unknown, isSure: boolean): boolean {
	if (shapeOf(source) !== shapeOf(target)) return false;
	if (isWords('', source, [])) return MAYBE_WORDS.test(String(target));
	return !isSure || source === target;
}

/** More than one word, or one of a script that may have no spaces. */
const MAYBE_WORDS = /\s|\P{ASCII}/u;

/** @param path to the value, such as `hero.actions.0.link`; its last name decides about its words */
export function* compareValues(
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
		const renamed = findRenamedKeys(Object.entries(source), Object.entries(target), isLike);
		const known = new Set(renamed.values());
		for (const key of new Set([...Object.keys(source), ...Object.keys(target)])) {
			const expected = renamed.get(key);
			if (known.has(key)) continue;
			if (expected !== undefined)
				yield otherKey(key, expected, `${path}.`, source[expected], target[key], translatedKeys);
			else if (!(key in target))
				yield { messageId: 'missing', data: { key: `${path}.${key}`, translate: '' } };
			else if (!(key in source)) yield { messageId: 'extra', data: { key: `${path}.${key}` } };
			else yield* compareValues(`${path}.${key}`, key, source[key], target[key], translatedKeys);
		}
	} else if (Array.isArray(source) && Array.isArray(target)) {
		for (const [index, value] of source.entries())
			yield* compareValues(`${path}.${index}`, name, value, target[index], translatedKeys);
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

/** Whether a value is a text that people read. */
function isWords(name: string, value: unknown, translatedKeys: readonly string[]): boolean {
	return (
		typeof value === 'string' &&
		(isTranslatedKey(name, translatedKeys) || /\p{L}\s+\p{L}/u.test(value))
	);
}

/** Whether a value, or one within it, is to be translated. */
export function holdsWords(value: unknown, translatedKeys: readonly string[], name = ''): boolean {
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
