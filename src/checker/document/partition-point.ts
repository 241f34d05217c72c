/**
 * How many elements at the start of a sorted list come before a place, by bisection.
 *
 * `partitionPoint([1, 3, 5], (line) => line < 4)` => `2`
 *
 * @param isBefore true for the first elements, false for all others
 */
export function partitionPoint<Element>(
	elements: readonly Element[],
	isBefore: (element: Element) => boolean,
): number {
	let [low, high] = [0, elements.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBefore(elements[middle]!)) low = middle + 1;
		else high = middle;
	}
	return low;
}
