import { ADDRESS, OBJECT, type ProseRun } from './prose-run.ts';

/** A run in which addresses, and what looks like code without being marked so, are no text. */
export function maskCode(run: ProseRun): ProseRun {
	let { text } = run;
	if (/^[a-z][\w.-]*: [\w./-]+$/.test(text)) return { ...run, text: OBJECT.repeat(text.length) };
	text = text.replace(WEB_ADDRESS, (address) => ADDRESS.repeat(address.length));
	if (MAY_BE_CODE.test(text)) for (const pattern of CODE) text = text.replace(pattern, standIn);
	return { ...run, text };
}

/** As long as the code; a mark at its end is not followed by one of the sentence. */
function standIn(code: string): string {
	return OBJECT.repeat(code.length - 1) + (/[:;!?]$/.test(code) ? ADDRESS : OBJECT);
}

/** Without the marks that end the sentence around it. */
const WEB_ADDRESS =
	/(?:\b[a-z][a-z\d+.-]{0,30}:\/\/|\bwww\.|\bmailto:)[^\s<>«»“”"]*[^\s<>«»“”"?!.,:;)]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/** Each pattern needs one of these. */
const MAY_BE_CODE = /[{=_]|[:;?(!]/;

const CODE: readonly RegExp[] = [
	// Templates and objects.
	/\{[^{}\n]*\}/g,
	/"[\w$-]+":\s*(?:"[^"\n]*"|\d[\d.]*|true|false|null)/g,
	// `:smile:`, `:-)`
	/(?<!:):[a-z][\w+-]*:(?![\p{L}\p{N}:])/gu,
	/(?<!\S)[:;]-?[()DPp/|](?!\S)/g,
	// Calls, assignments, conditions, declarations.
	/(?<![\w$.])[\w$.]+\(\);?/g,
	/(?<![\w$.-])[\w$.-]+=[^\s=]+/g,
	/\b\w+ \? [a-z\d'"]\S* : \S+/g,
	/(?<![\w-])[a-z-]+: ?[\d#][\w%.]*;/g,
	// Keys and headers: `max_age:`, `maxAge:`, `Content-Type:`.
	/\b(?:(?=[a-zA-Z\d]*_)\w+|[a-z]+[A-Z]\w*|[A-Z][a-z]+(?:-[A-Z][a-z]+)+):(?=\s|$)/g,
	// Prefixes: `node:`, as it is called.
	/(?<![\p{L}\p{N}])(?:https?|node|npm|file|data|mailto|jsr|workspace|javascript):(?=[\s,.;)]|$)/gu,
	// Names that end with a mark.
	/\b(?:Yahoo|Joomla|Kahoot)!/g,
];
