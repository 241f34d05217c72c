import type { Pair } from './pair.ts';
import type { Range } from './place.ts';
import type { Rule } from './rule.ts';

/**
 * Tells of what some rules speak, by where it begins, so that another one is silent there: one fault
 * is one finding. They are asked when a first question comes, as most pages have none.
 */
export function toldBy(rules: readonly Rule<Pair>[], pair: Pair): (range: Range) => boolean {
	let told: Set<string> | undefined;
	const keyOf = ({ start }: Range): string => `${start.line}:${start.column}`;
	return (range) => {
		told ??= new Set(
			rules.flatMap((rule) => [...rule.check(pair)].map((each) => keyOf(each.range!))),
		);
		return told.has(keyOf(range));
	};
}
