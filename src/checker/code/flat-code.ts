import { ODD_SPACE, trimCode } from './odd-spaces.ts';

/** A language in which most blocks hold nothing that runs on from one line to the next. */
interface FlatLanguage {
	/** Begins, or may begin, what ends on another line. */
	readonly opener: RegExp;
	/** A line that is a comment as a whole. */
	readonly comment: RegExp;
	/** Begins a comment, or looks like that. */
	readonly mark: RegExp;
	/** Code, with whole strings and no other quotes or marks, and a comment behind it. */
	readonly trailing?: RegExp;
	/** Whether a string may run on where its line ends. */
	readonly hasLongStrings: boolean;
	/** Whether backticks hold a string that may run on: a line then holds an even number of them. */
	readonly hasTemplates?: boolean;
	/** Means one thing or another by what stands on lines before. */
	readonly doubtful?: RegExp;
}

const SLASHES = {
	comment: /^\s*\/\//,
	mark: /\/\//,
	trailing: /^((?:[^'"`/\\]|'[^'\\]*'|"[^"\\]*")*)\/\//,
	hasLongStrings: false,
} as const;
const HASHES = {
	comment: /^\s*#(?!!)/,
	mark: /#/,
	trailing: /^((?:[^'"`#\\]|'[^'\\]*'|"[^"\\]*")*)(?<=\s)#\s/,
	hasLongStrings: true,
} as const;

const LANGUAGES: Readonly<Record<string, FlatLanguage>> = {
	// JSX is recognised by the ends of its tags.
	javascript: { ...SLASHES, opener: /\/\*|<\/|\/>|<>|\\$/, doubtful: /\//, hasTemplates: true },
	typescript: { ...SLASHES, opener: /\/\*|\\$/, doubtful: /\//, hasTemplates: true },
	java: { ...SLASHES, opener: /\/\*|"""|\\$/ },
	// `//go:` begins a command.
	go: { ...SLASHES, opener: /`|\/\*|^import \(|^\s*\/\/go:/, comment: /^\s*\/\/(?!go:)/ },
	csharp: { ...SLASHES, opener: /\/\*|"""|@"|@\$|\$@/ },
	json: { ...SLASHES, opener: /\/\*|\\$/ },
	jsonc: { ...SLASHES, opener: /\/\*|\\$/ },
	json5: { ...SLASHES, opener: /\/\*|\\$/ },
	// A line without a colon goes on with the one before.
	yaml: { ...HASHES, opener: /[|>][+\-\d]*\s*(?:#.*)?$|^\s*[^\s#-][^:]*$|^---|^%/ },
	docker: { ...HASHES, opener: /<<|^\s*ONBUILD/i },
	nginx: { ...HASHES, opener: /_by_lua/ },
	ini: { ...HASHES, opener: /"""|'''/, comment: /^\s*[#;]/, mark: /[#;]/, hasLongStrings: false },
	dotenv: { ...HASHES, opener: /\\$/ },
	shellscript: { ...HASHES, opener: /<<|`|\$\($|\bcase\b/ },
};

/** Whether each line of a block can be read by itself. */
export function isFlat(lines: readonly string[], language: string): boolean {
	const flat = LANGUAGES[language];
	if (!flat) return false;
	return lines.every(
		(line) =>
			flat.comment.test(line) ||
			(!flat.opener.test(line) &&
				!(flat.hasLongStrings && hasOpenQuote(withoutComment(line, flat))) &&
				!(flat.hasTemplates && hasOpenTemplate(line))),
	);
}

/** Whether a line of a flat block is nothing but a comment. */
export function isFlatComment(line: string, language: string): boolean {
	return LANGUAGES[language]?.comment.test(line) ?? false;
}

/** Whether a line of a flat block may hold a comment. */
export function mayHoldComment(line: string, language: string): boolean {
	return LANGUAGES[language]?.mark.test(line) ?? true;
}

/** Whether a line of a flat block may yet mean something else among the lines before. */
export function isDoubtful(line: string, language: string): boolean {
	const flat = LANGUAGES[language];
	if (!flat || flat.hasLongStrings) return false;
	const bare = withoutStrings(line).replace(/\/\/.*/, '');
	return /['"]/.test(bare) || (flat.doubtful?.test(bare) ?? false);
}

function hasOpenQuote(line: string): boolean {
	return /['"]/.test(withoutStrings(line));
}

function withoutStrings(line: string): string {
	return line.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '');
}

function hasOpenTemplate(line: string): boolean {
	return line.includes('`') && (line.replace(/\\./g, '').match(/`/g)?.length ?? 0) % 2 === 1;
}

/**
 * The verdict on two blocks that hold the same code in the same order, told from their lines alone:
 * most translated code differs in comments that have lines of their own.
 *
 * @param source flat, as `isFlat` says
 * @returns `undefined` where the lines do not tell
 */
export function compareFlat(
	source: readonly string[],
	target: readonly string[],
	language: string,
): 'same' | 'comments' | undefined {
	const flat = LANGUAGES[language];
	if (!flat) return undefined;
	// Most lines are the same, and have been looked at.
	const others = target.filter((line, index) => line !== source[index]);
	if (!isFlat(others, language)) return undefined;
	// The depth of a line is code in YAML.
	const trim = (line: string): string =>
		language === 'yaml' && !ODD_SPACE.test(line) ? line.trimEnd() : trimCode(line);
	const strip = (line: string): string => withoutComment(trim(line), flat);
	if (areEqual(source, target, trim)) return 'same';
	if (areEqual(source, target, strip)) return 'comments';
	const [ours, theirs] = [source, target].map((lines) => withoutEmpty(lines.map(trim)));
	if (areEqual(ours!, theirs!, (line) => line)) return 'same';
	const [before, after] = [source, target].map((lines) => withoutEmpty(lines.map(strip)));
	return areEqual(before!, after!, (line) => line) ? 'comments' : undefined;
}

function withoutEmpty(lines: readonly string[]): string[] {
	return lines.filter((line) => line !== '');
}

/** A line without the comment behind it, where nothing before that could hide its mark. */
function withoutComment(line: string, { comment, trailing }: FlatLanguage): string {
	if (comment.test(line)) return '';
	return trailing?.exec(line)?.[1]?.trimEnd() ?? line;
}

/** @param strip gives what is compared of lines that differ, which are few */
function areEqual(
	a: readonly string[],
	b: readonly string[],
	strip: (line: string) => string,
): boolean {
	return (
		a.length === b.length &&
		a.every((line, index) => line === b[index] || strip(line) === strip(b[index]!))
	);
}
