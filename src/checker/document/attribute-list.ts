/** A text, and the attributes that stand behind its words. */
export interface WithAttributes {
	readonly words: string;
	/** Of its own, by which links reach it. */
	readonly id: string | undefined;
}

/**
 * Takes off the attributes that site generators allow behind a heading or a paragraph: `{#check}`,
 * `{ #check .wide }`, `{: .wide }`, and the id in a comment that React's documentation has.
 */
export function splitAttributes(text: string): WithAttributes {
	const at = text.lastIndexOf('{');
	const list = at < 0 || text.length - at > LONGEST ? '' : text.slice(at);
	const id = COMMENT.exec(list)?.[1];
	if (id === undefined && !ATTRIBUTES.test(list)) return { words: text, id: undefined };
	return { words: text.slice(0, at).trimEnd(), id: id ?? /[{\s]#([\w:-]+)/.exec(list)?.[1] };
}

/** Whether a text is nothing but attributes, as behind an image: `{width=600}`. */
export function isAttributeList(text: string): boolean {
	return text.startsWith('{') && text.length <= LONGEST && ATTRIBUTES.test(text);
}

const LONGEST = 300;
/** Its stars are gone where they were taken for emphasis. */
const COMMENT = /^\{\/\*?\s*([\w-]+)\s*\*?\/\}\s*$/;
const ATTRIBUTES =
	/^\{:?(?:\s*[#.][\w:-]+|\s*[\w-]+=(?:"[^"]*"|[^\s"}]+))(?:\s+[#.][\w:-]+|\s+[\w-]+=(?:"[^"]*"|[^\s"}]+))*\s*\}\s*$/;
