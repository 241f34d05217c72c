import type { LanguageRegistration } from 'shiki';
import type { IGrammar, Registry } from 'shiki/textmate';

/** What grammars are made from. */
export interface Library {
	/** Languages by name and alias, each with those that it holds; the last is its own. */
	readonly bundledLanguages: Readonly<
		Record<string, () => Promise<{ default: readonly LanguageRegistration[] }>>
	>;
	/** The grammar of the last of some languages; the others are those that it holds. */
	readonly load: (languages: readonly LanguageRegistration[]) => IGrammar | undefined;
}

/**
 * Where the pattern engine's code comes from. The module `shiki/wasm` needs no disk, and takes 60 ms
 * to unpack it; read from the file `shiki/onig.wasm` it is there in 5 ms.
 */
export type LoadEngine = () => NonNullable<
	Parameters<(typeof import('shiki/engine/oniguruma'))['createOnigurumaEngine']>[0]
>;

/**
 * Imports the highlighter's grammars and the engine of their patterns, without the rest of it.
 *
 * The engine is Oniguruma compiled to WebAssembly. Measured on 34 kB of JavaScript from 90 pages,
 * Node 24, two cores: 75 ms to import and create, then 605 ms for the first pass, 111 ms (316 kB/s)
 * once patterns are compiled and code is warm. The JavaScript engine takes 17 ms, then 944 ms and
 * 184 ms: it loses within the first few pages.
 */
export async function loadLibrary(loadEngine: LoadEngine): Promise<Library> {
	const [{ bundledLanguages }, { Registry }, { createOnigurumaEngine }] = await Promise.all([
		import('shiki/langs'),
		import('shiki/textmate'),
		import('shiki/engine/oniguruma'),
	]);
	const engine = await createOnigurumaEngine(loadEngine());
	const byScope = new Map<string, LanguageRegistration>();
	const injections = new Map<string, string[]>();
	// What a grammar would have held, had it been there.
	const missed = new Set<string>();
	const createRegistry = (): Registry =>
		new Registry({
			onigLib: {
				createOnigScanner: (patterns) => engine.createScanner(patterns),
				createOnigString: (text) => engine.createString(text),
			},
			loadGrammar(scope) {
				const found = byScope.get(scope);
				if (!found) missed.add(scope);
				return found;
			},
			getInjections: (scope) => {
				const parts = scope.split('.');
				return parts.flatMap((_, i) => injections.get(parts.slice(0, i + 1).join('.')) ?? []);
			},
		});
	let registry = createRegistry();
	return {
		bundledLanguages,
		load(languages) {
			for (const language of languages) {
				if (byScope.has(language.scopeName)) continue;
				byScope.set(language.scopeName, language);
				for (const scope of language.injectTo ?? [])
					injections.set(scope, [...(injections.get(scope) ?? []), language.scopeName]);
			}
			// A registry asks once for a grammar, and remembers that it was not there.
			if (languages.some(({ scopeName }) => missed.has(scopeName))) {
				registry = createRegistry();
				missed.clear();
			}
			return registry.loadGrammar(languages.at(-1)!.scopeName) ?? undefined;
		},
	};
}
