/**
 * The highlighter's own name of a language, known without loading it: what both `js` and `javascript`
 * are coloured as. A name that is no alias is its own.
 *
 * @param tag in lower case
 */
export function grammarName(tag: string): string {
	return NAMES.get(tag) ?? tag;
}

/** Aliases of languages that documentation shows. That of diagrams is none: sites draw one name only. */
export const ALIASES = {
	bat: 'batch cmd',
	clojure: 'clj',
	coffee: 'coffeescript',
	cpp: 'c++',
	csharp: 'cs c#',
	docker: 'dockerfile',
	erlang: 'erl',
	fsharp: 'fs f#',
	graphql: 'gql',
	handlebars: 'hbs',
	haskell: 'hs',
	ini: 'properties',
	javascript: 'js mjs cjs',
	julia: 'jl',
	kotlin: 'kt kts',
	make: 'makefile',
	markdown: 'md',
	'objective-c': 'objc',
	powershell: 'ps ps1 pwsh',
	proto: 'protobuf',
	pug: 'jade',
	python: 'py',
	ruby: 'rb',
	rust: 'rs',
	shellscript: 'sh bash shell zsh',
	shellsession: 'console',
	stylus: 'styl',
	terraform: 'tf tfvars',
	typescript: 'ts mts cts',
	viml: 'vim vimscript',
	yaml: 'yml',
} as const;

const NAMES: ReadonlyMap<string, string> = new Map(
	Object.entries(ALIASES).flatMap(([name, aliases]) =>
		aliases.split(' ').map((alias) => [alias, name] as const),
	),
);
