/** How a fence is compared: by a grammar, or by what its tag says that it holds. */
export type FenceFamily = 'grammar' | 'text' | 'console' | 'diff' | 'markdown' | 'diagram';

/**
 * The first word of a fence's tag, in lower case.
 * `js{1,3}`, `js,ignore`, `js:line-numbers`, `{.js}` and `JS` // => 'js'
 */
export function tagName(tag: string | undefined): string {
	return (/[\w+#][\w+#.-]*/.exec(tag ?? '')?.[0] ?? '').toLowerCase().replace(/[.-]+$/, '');
}

export function familyOf(name: string): FenceFamily {
	return FAMILIES.get(name) ?? 'grammar';
}

const FAMILIES = new Map<string, FenceFamily>(
	(
		[
			['text', ' text txt plain plaintext ansi output log logs none nohighlight tree ascii'],
			['console', 'console shellsession shell-session terminal sh-session'],
			['diff', 'diff patch udiff'],
			['markdown', 'md markdown mdx markdoc mdc'],
			['diagram', 'mermaid mmd dot graphviz gv plantuml puml d2'],
		] as const
	).flatMap(([family, names]) => names.split(' ').map((name) => [name, family] as const)),
);

/**
 * Names that writers use and the highlighter does not know, and grammars that another one covers:
 * the grammar of JavaScript is made from that of TSX and reads both.
 */
export const EXTRA_ALIASES: ReadonlyMap<string, string> = new Map(
	Object.entries({
		jsx: 'javascript',
		tsx: 'javascript',
		node: 'javascript',
		nodejs: 'javascript',
		es6: 'javascript',
		golang: 'go',
		npmrc: 'ini',
		env: 'dotenv',
		editorconfig: 'ini',
		conf: 'nginx',
		config: 'ini',
		cfg: 'ini',
		htaccess: 'apache',
		apacheconf: 'apache',
		gitignore: 'ini',
		dockerignore: 'ini',
		cmd: 'bat',
		pwsh: 'powershell',
		shell: 'shellscript',
		mysql: 'sql',
		postgres: 'sql',
		postgresql: 'sql',
		sqlite: 'sql',
		gql: 'graphql',
		svg: 'xml',
		math: 'latex',
		'c++': 'cpp',
		'docker-compose': 'yaml',
		'html+erb': 'erb',
		tfvars: 'terraform',
	}),
);
