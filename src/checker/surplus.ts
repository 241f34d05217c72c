/**
 * What the others lack, each as often as it is missing there, in its order.
 *
 * @param others keys, as often as they stand there
 */
export function surplus<Item, Key>(
	items: readonly Item[],
	others: readonly Key[],
	keyOf: (item: Item) => Key,
): Item[] {
	const left = new Map<Key, number>();
	for (const key of others) left.set(key, (left.get(key) ?? 0) + 1);
	return items.filter((item) => {
		const key = keyOf(item);
		const count = left.get(key) ?? 0;
		left.set(key, count - 1);
		return count <= 0;
	});
}
