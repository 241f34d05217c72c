import type { CodeGrammar, GrammarFinder } from './grammars.ts';

/** What lines of a language look like, in blocks that do not say theirs. */
const LOOKS: Readonly<Record<string, RegExp>> = {
	javascript:
		/[;{}]\s*(?:\/[/*].*)?$|=>|^\s*(?:const|let|var|function|class|import|export|return|await|async|interface|throw)\s|^\s*(?:\/\/|\/\*|\*\s|\*\/)|^\s*[\w$.]+\([^)]*\)?[,;]?$|^\s*[)\]}]+[,;]?$|^\s*@?\w[\w$]*\??:\s.*,$/,
	shellscript:
		/^\s*(?:#!|#\s|\$\s|(?:sudo|npm|npx|node|yarn|pnpm|bun|git|docker|podman|kubectl|helm|curl|wget|cd|ls|cp|mv|rm|mkdir|cat|echo|export|source|apt|apt-get|brew|pip|python3?|ssh|openssl|systemctl|pm2|chmod|chown|kill|aws|gcloud|az|terraform|psql|mysql|redis-cli|autocannon|ab|wrk|make(?=\s+[\w-]+$))\s|(?:export\s+)?[A-Z][A-Z0-9_]*=\S)|^\s*[a-z][\w./-]*(?:\s\S+)*?\s--?[a-z][\w-]*|\\$/,
	html: /^\s*<[!/]?[a-z][^>]*>?|^\s*<!--/i,
	sql: /^\s*(?:SELECT|FROM|WHERE|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|(?:LEFT |INNER |RIGHT )?JOIN|SET|VALUES|ORDER BY|GROUP BY|LIMIT|BEGIN|COMMIT|EXPLAIN|WITH|AND|OR|GRANT|--)\b/,
	python:
		/^\s*(?:(?:def|class|if|elif|for|while|with|try|except)\b.*:|else:|import\s+[\w.]+$|from\s+[\w.]+\s+import\s|print\(|#\s|@\w+$)/,
	// Forms and lists in prose look the same, but for capitals (`Task: mend it`) and longer items.
	// Headers of HTTP read like it: `Content-Type: text/html`.
	yaml: /^\s*(?:-\s+)?(?:[a-z_.$/][\w./-]*|[A-Z]\w*(?:-[A-Z]\w*)+|"[^"]*"|'[^']*'):(?:\s+[^{;]*)?$|^\s*-\s+[^\s`*]\S*$|^\s*#\s/,
	json: /^\s*(?:"[^"]*"\s*(?::|,?$)|[[\]{}]+,?$)/,
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
