import type { CodeGrammar, GrammarFinder } from './grammars.ts';

/** Programs that people start in a shell, and whose names begin no line of prose. */
const COMMANDS = [
	'sudo cd ls cp mv rm mkdir cat echo export source chmod chown kill ssh scp rsync tar unzip curl wget',
	'apt apt-get apk dnf yum pacman zypper brew winget choco systemctl journalctl openssl',
	'npm npx node yarn pnpm bun bunx deno pm2 autocannon ab wrk',
	'php composer drush bundle rake python python3 pip pip3 pipx uv uvx poetry conda pytest django-admin',
	'cargo rustup rustc dotnet mvn gradle javac flutter',
	'git gh docker docker-compose podman kubectl helm minikube terraform ansible-playbook vagrant',
	'aws gcloud az psql mysql sqlite3 mongosh redis-cli',
].join(' ');

/** Words as well: they are programs by what follows. */
const NAMES_AND_WORDS = String.raw`make(?=\s+[\w-]+$)|go(?=\s+(?:build|run|test|get|install|mod|fmt|vet|work|generate)\b)|(?:gem|snap)(?=\s+install\s)|rails(?=\s+[a-z]+(?::|\s+[A-Z]|$))`;

/** What lines of a language look like, in blocks that do not say theirs. */
const LOOKS: Readonly<Record<string, RegExp>> = {
	javascript:
		/[;{}]\s*(?:\/[/*].*)?$|=>|^\s*(?:const|let|var|function|class|import|export|return|await|async|interface|throw)\s|^\s*(?:\/\/|\/\*|\*\s|\*\/)|^\s*[\w$.]+\([^)]*\)?[,;]?$|^\s*[)\]}]+[,;]?$|^\s*@?\w[\w$]*\??:\s.*,$/,
	shellscript: new RegExp(
		String.raw`^\s*(?:#!|#\s|\$\s|(?:${COMMANDS.replaceAll(' ', '|')}|${NAMES_AND_WORDS})\s|(?:export\s+)?[A-Z][A-Z0-9_]*=\S)|^\s*[a-z][\w./-]*(?:\s\S+)*?\s--?[a-z][\w-]*|\\$`,
	),
	html: /^\s*<[!/]?[a-z][^>]*>?|^\s*<!--/i,
	sql: /^\s*(?:SELECT|FROM|WHERE|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|(?:LEFT |INNER |RIGHT )?JOIN|SET|VALUES|ORDER BY|GROUP BY|LIMIT|BEGIN|COMMIT|EXPLAIN|WITH|AND|OR|GRANT)\b|^\s*--(?:\s|$)/,
	python:
		/^\s*(?:(?:def|class|if|elif|for|while|with|try|except)\b.*:|else:|import\s+[\w.]+$|from\s+[\w.]+\s+import\s|print\(|#\s|@\w+$)/,
	// Forms and lists in prose look the same, but for capitals (`Task: mend it`) and longer items.
	// Headers of HTTP read like it: `Content-Type: text/html`.
	yaml: /^\s*(?:-\s+)?(?:[a-z_.$/][\w./-]*|[A-Z]\w*(?:-[A-Z]\w*)+|"[^"]*"|'[^']*'):(?:\s+[^{;]*)?$|^\s*-\s+[^\s`*]\S*$|^\s*#\s/,
	json: /^\s*(?:"[^"]*"\s*(?::|,?$)|[[\]{}]+,?$)/,
	nginx: new RegExp(
		String.raw`^\s*(?:(?:server|http|events|(?:upstream|location)\s.*)\{|\}|#\s.*)$|^\s*(?:listen|server_name|root|return|rewrite|try_files|(?:proxy|ssl|worker|client|access|error|add|limit)_\w+)\s[^;]*;`,
	),
	docker:
		/^\s*(?:FROM|RUN|CMD|COPY|ENTRYPOINT|WORKDIR|ENV|EXPOSE|ARG|USER|ADD|HEALTHCHECK|LABEL|VOLUME)\s|^\s*#\s/,
};

/** Blank, or a rule: documents of YAML and parts of prose begin with the same one. */
const NOTHING = /^\s*(?:---)?\s*$/;

/** The part of its lines that must look like a language. */
const ENOUGH = 0.6;

/** The grammars that lines without a tag may belong to, the likeliest first. */
export function guessGrammars(
	lines: readonly string[],
	grammars: GrammarFinder,
	enough = ENOUGH,
): CodeGrammar[] {
	const written = lines.filter((line) => !NOTHING.test(line));
	return Object.entries(LOOKS)
		.map(([language, look]) => ({
			language,
			part: written.filter((line) => look.test(line)).length / Math.max(written.length, 1),
		}))
		.filter(({ part }) => part >= enough)
		.sort((a, b) => b.part - a.part)
		.flatMap(({ language }) => grammars.find(language) ?? []);
}

export function guessGrammar(
	lines: readonly string[],
	grammars: GrammarFinder,
): CodeGrammar | undefined {
	return guessGrammars(lines, grammars)[0];
}
