/** A file of orders, as `export-orders.js` reads it. */
export function manyOrders(mebibytes: number): string {
	const order = (id: number) => ({ id, open: id % 2 === 0, sku: `lamp-${id}`, note: 'as ordered' });
	const size = JSON.stringify(order(100_000)).length + 1;
	const count = Math.round((mebibytes * 1024 * 1024) / size);
	return JSON.stringify(Array.from({ length: count }, (_, id) => order(id)));
}
