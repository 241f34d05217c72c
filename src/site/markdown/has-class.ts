/** Starlight's plugins write `class`, parsers `className`. */
export function hasClass(
	{ properties }: { properties: Readonly<Record<string, unknown>> },
	name: string,
) {
	const value = properties.className ?? properties.class;
	return (Array.isArray(value) ? value : String(value).split(' ')).includes(name);
}
