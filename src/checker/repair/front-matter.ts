import { rebaseTargets } from '../links/relative-target.ts';
import type { Repair } from './repair.ts';

/** Names of keys, values that nobody translates, and keys that are missing come from the source. */
export const repairFrontMatter: Repair = function* (
	{ messageId, data: { key = '', expected = '', name } },
	{ source, target, sourceText, targetText },
) {
	const [ours, theirs] = [source.frontMatter.places, target.frontMatter.places];
	if (messageId === 'key') {
		const old = theirs.get(key);
		const written = key.slice(expected.length - name!.length);
		const from = old && targetText.offsetOf(old.start);
		if (from !== undefined && targetText.text.startsWith(written, from))
			yield [{ from, to: from + written.length, text: name! }];
		return;
	}
	const place = ours.get(key);
	if (!place) return;
	const written = sourceText.slice(place).replaceAll('\r', '');
	const entry = rebaseTargets(written, source.path, target.path);
	if (messageId === 'value') {
		const old = theirs.get(key);
		if (!old || entry.includes('\n')) return;
		yield [{ from: targetText.offsetOf(old.start), to: targetText.offsetOf(old.end), text: entry }];
		return;
	}
	// Behind the key that stands before it in the source, if the translation has that one.
	const keys = Object.keys(source.frontMatter.data);
	const before = keys.slice(0, keys.indexOf(key)).findLast((each) => theirs.has(each));
	const line = before === undefined ? target.head?.start.line : theirs.get(before)!.end.line;
	if (line !== undefined) yield [targetText.replaceLines(line + 1, 0, entry.split('\n'))];
};
