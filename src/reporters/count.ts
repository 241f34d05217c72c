/** `count(1, 'page')` => `'1 page'`, `count(2, 'page')` => `'2 pages'` */
export function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
