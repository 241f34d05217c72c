import { casedWordsOf, isCapitalised } from './words.ts';

/**
 * What is left of a text for the question in which language it is: without addresses, paths,
 * identifiers, calls, options, versions and titles in quotation marks. Empty for what is made for
 * machines or lawyers: it stays as it is in every language.
 *
 * @param isSame whether the text is as in the source: then a sentence in quotation marks is prose,
 * since nobody has come by who would have left it on purpose
 */
export function proseOf(text: string, isSame = false): string {
	if (NO_PROSE.some((pattern) => pattern.test(text))) return '';
	return text
		.replace(CODE_SPAN, ' ')
		.replace(ADDRESS, ' ')
		.replace(QUOTATION, (quotation) =>
			isTitle(quotation, isSame) && !(isSame && quotation === text.trim()) ? ' ' : quotation,
		)
		.replace(CODE_OR_QUOTED, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** The sentences of a text, as they are written. */
export function sentencesOf(text: string): string[] {
	return text.split(/(?<=[.!?…]["”»)]*)\s+(?=["“«(]*[\p{Lu}\p{Lo}])|(?<=[。！？])/u);
}

/** Whether a text ends as sentences do; titles of books and articles do not. */
export function isWholeSentence(text: string): boolean {
	return /[.!?…。！？]["”»)]*$/.test(text);
}

const NO_PROSE: readonly RegExp[] = [
	// One word of ASCII with a hyphen, a dot or the like: a name.
	/^(?=\S*[^A-Za-z])[!-~]+$/,
	// Directives of tools.
	/^\W*(?:@ts-|eslint-|eslint [\w/@-]+:|prettier-ignore|biome-ignore|oxlint-|(?:istanbul|[cv]8) ignore|webpack\w+:|noinspection|nolint|noqa|shellcheck disable|hadolint ignore|sourceMappingURL|<reference)/i,
	// What an editor would show there, as Twoslash has it.
	/^[\s*]*\^[?|]/,
	// Output, and commands at a prompt.
	/^\s*(?:(?:=>|→|->)(?!(?:\s+[a-z]+){4})|\$ |> )/,
	// Commands: `docker compose up`, but not a sentence that begins with one of these names.
	/^(?:npm|npx|pnpm|yarn|node|git|docker|podman|kubectl|helm|curl|sudo|cd|apt|apk|pip|pm2|redis-cli|psql)(?: +[^\s\p{Lu}]+){0,4}$/u,
	// Statements.
	/^\s*import\s+(?:type\s+)?(?:['"{*]|[\w$]+(?:,\s*\{[^}]*\})?\s+from\s+['"])/,
	/^\s*export\s+(?:default|const|function|class|async|type|[{*])/,
	/^\s*(?:const|let|var)\s+[\w${[][^=]{0,80}=/,
	/^\s*(?:return|await|throw)\s+(?:new\s+|await\s+)?[\w$.]+[(;]/,
	/^\s*(?:if|for|while|switch|catch)\s*\(/,
	/[{}]\s*$|[\])'"`]\s*;\s*$/,
	// Types: `(index: number, order: Order) => void`, `string | undefined`
	/^\s*(?:[\w$.<>[\]'"]+\s*\|\s*)*\(+(?:[\w$.?,:=[\]|<>{} ]|\([^()]*\))*\)\s*=>/,
	/^\s*[\w$.<>[\]'"-]+(?:\s*\|\s*[\w$.<>[\]'"-]+)+\s*$/,
	// Licences.
	/^\W*(?:copyright\b|©|\(c\)|SPDX-|licensed under\b|all rights reserved)/i,
];

/** Text within HTML is not parsed, so that its code still has its marks. */
const CODE_SPAN = /`[^`]*`/g;

const ADDRESS = /\b(?:https?:\/\/|www\.)[!-~]+|(?<![!-~])[!-?A-~]+@[!-?A-~]+\.[!-~]+/gi;

const QUOTATION =
	/(?<!\p{L})(?:"[^"]+"|“[^“”]+”|„[^“”„]+[“”]|«[^«»]+»|「[^「」]+」|『[^『』]+』)/gu;

/** Titles of books and articles stay in their language; few have more words. */
const LONGEST_TITLE = 12;

/** Words of a quotation above which it is a sentence, not a term, in a text as in the source. */
const LONGEST_TERM = 4;

function isTitle(quotation: string, isSame: boolean): boolean {
	const words = casedWordsOf(quotation);
	return (
		words.length <= (isSame ? LONGEST_TERM : LONGEST_TITLE) ||
		words.filter(isCapitalised).length * 2 >= words.length
	);
}

/** Words with a sign of code in them. ASCII alone, for not every script sets spaces around it. */
const CODE =
	/(?<![!-~])(?:--?\w[\w=-]*|@[\w/.-]+|[!-~]*(?:[_=<>{}[\]$\\*|&^~\d]|\w[/.]\w|\w\(|[a-z][A-Z])[!-~]*)/g;

/** Words of a name are none of the text around it: `Evento: 'order-was-paid'`. */
const CODE_OR_QUOTED = new RegExp(`${CODE.source}|(?<![!-~])'[\\w-]+'(?!\\w)`, 'g');
