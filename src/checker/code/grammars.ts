import type { IGrammar, StateStack } from 'shiki/textmate';
import { loadLibrary, type Library, type LoadEngine } from './grammar-library.ts';
import { EXTRA_ALIASES, familyOf, tagName } from './language-tags.ts';
import type { CodeLine } from './code-line.ts';
import { quoteMetavariables, SHELLS } from './quote-metavariables.ts';
import { readLine } from './read-line.ts';

/** The highlighter's grammars, each of which is loaded when somebody asks for it. */
export interface Grammars {
	/**
	 * What some work comes to that reads code. It is done again each time a grammar that it asked for
	 * has been loaded: which ones it needs is known to nobody else, and most need none.
	 *
	 * @param work without effects
	 */
	use<Result>(work: (grammars: GrammarFinder) => Result): Promise<Result>;
}

export interface GrammarFinder {
	/** The grammar of a fence's tag, if there is one. */
	readonly find: (language: string | undefined) => CodeGrammar | undefined;
}

export interface CodeGrammar {
	/** The highlighter's name: `javascript` for `js`. */
	readonly name: string;
	/**
	 * Reads some lines of a block. Equal lines in equal states are read once.
	 *
	 * @param state what was open before the first of them; absent at the start of a block
	 */
	read(lines: readonly string[], state?: LineState): Reading;
}

export interface Reading {
	readonly lines: readonly CodeLine[];
	readonly state: LineState;
}

/** What is open between two lines: the same object wherever the same is open. */
export interface LineState {
	readonly stack: StateStack | null;
	/** What was read from here, by the line's text. */
	readonly known: Map<string, KnownLine>;
}

interface KnownLine {
	readonly line: CodeLine;
	readonly next: LineState;
}

/** Nothing is imported until a grammar is asked for. */
export function createGrammars(loadEngine: LoadEngine = () => import('shiki/wasm')): Grammars {
	/** By tag; a tag that nobody knows has none. */
	const loaded = new Map<string, CodeGrammar | undefined>();
	const loads = new Map<string, Promise<void>>();
	const byName = new Map<string, CodeGrammar>();
	let library: Promise<Library> | undefined;

	async function loadOne(tag: string): Promise<void> {
		library ??= loadLibrary(loadEngine);
		const { bundledLanguages, load } = await library;
		const name = EXTRA_ALIASES.get(tag) ?? tag;
		if (!Object.hasOwn(bundledLanguages, name)) {
			loaded.set(tag, undefined);
			return;
		}
		const registrations = await bundledLanguages[name]!();
		const own = registrations.default.at(-1)!;
		let grammar = byName.get(own.name);
		if (!grammar) {
			const made = load(registrations.default);
			grammar = made && createGrammar(own.name, made);
			if (grammar) byName.set(own.name, grammar);
		}
		loaded.set(tag, grammar);
	}

	/** Another caller may have begun a load that has not ended: both wait for it. */
	function load(tag: string): Promise<void> {
		let begun = loads.get(tag);
		if (!begun) loads.set(tag, (begun = loadOne(tag)));
		return begun;
	}

	return {
		async use(work) {
			for (;;) {
				const missed = new Set<string>();
				const result = work({
					find(language) {
						const tag = tagName(language);
						if (tag === '' || familyOf(tag) !== 'grammar') return undefined;
						if (!loaded.has(tag)) missed.add(tag);
						return loaded.get(tag);
					},
				});
				if (missed.size === 0) return result;
				await Promise.all([...missed].map(load));
			}
		},
	};
}

/** Longer lines are not code that anybody wrote: one atom each. */
const LONGEST_LINE = 2_000;
/** Milliseconds for a line: the first of a language compiles its patterns. */
const TIME_LIMIT = 1_000;
/** Characters of remembered lines, after which all are forgotten: some 10 MB. */
const MEMORY = 2_000_000;
/** What a remembered line holds beside its text, in characters. */
const COST_OF_LINE = 100;

function createGrammar(name: string, grammar: IGrammar): CodeGrammar {
	let memory = createMemory();
	const isShell = SHELLS.has(name);

	function readOne(text: string, state: LineState): KnownLine {
		const known = state.known.get(text);
		if (known) return known;
		const isLong = text.length > LONGEST_LINE;
		const code = isShell && !isLong ? quoteMetavariables(text) : text;
		const result = isLong ? undefined : grammar.tokenizeLine(code, state.stack, TIME_LIMIT);
		const fresh =
			result === undefined || result.stoppedEarly
				? { line: readLine(text, undefined), next: state }
				: { line: readLine(code, result.tokens), next: memory.intern(result.ruleStack) };
		// A copy: a slice would keep the whole page that it was cut from.
		state.known.set(` ${text}`.slice(1), fresh);
		memory.size += text.length + COST_OF_LINE;
		return fresh;
	}

	return {
		name,
		read(lines, state) {
			if (memory.size > MEMORY) memory = createMemory();
			let next = state ?? memory.initial;
			const read: CodeLine[] = [];
			for (const text of lines) {
				const known = readOne(text, next);
				read.push(known.line);
				next = known.next;
			}
			return { lines: read, state: next };
		},
	};
}

interface Memory {
	readonly initial: LineState;
	size: number;
	intern(stack: StateStack): LineState;
}

function createMemory(): Memory {
	const byDepth = new Map<number, LineState[]>();
	return {
		initial: { stack: null, known: new Map() },
		size: 0,
		intern(stack) {
			const alike = byDepth.get(stack.depth) ?? [];
			let state = alike.find((each) => each.stack!.equals(stack));
			if (state) return state;
			state = { stack, known: new Map() };
			alike.push(state);
			byDepth.set(stack.depth, alike);
			return state;
		},
	};
}
