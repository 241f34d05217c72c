import type { IGrammar, StateStack } from 'shiki/textmate';
import { loadLibrary, type Library, type LoadEngine } from './grammar-library.ts';
import { EXTRA_ALIASES, familyOf, tagName } from './language-tags.ts';
import type { CodeLine } from './code-line.ts';
import { quoteMetavariables, SHELLS } from './quote-metavariables.ts';
import { readLine } from './read-line.ts';

/** The highlighter's grammars, as far as they are loaded. */
export interface Grammars {
	/** Loads what these fences need; unknown names are ignored. Loading is lazy and remembered. */
	load(languages: Iterable<string | undefined>): Promise<void>;
	/** The grammar of a fence's tag, if there is one and it is loaded. */
	find(language: string | undefined): CodeGrammar | undefined;
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

/** What untagged code may be, and code within Markdown. */
const GUESSES = 'javascript typescript shellscript html css sql python yaml json toml docker'.split(
	' ',
);

/** Nothing is imported until something is loaded. */
export function createGrammars(loadEngine: LoadEngine = () => import('shiki/wasm')): Grammars {
	const loaded = new Map<string, CodeGrammar>();
	const names = new Map<string, string>();
	const loads = new Map<string, Promise<void>>();
	let library: Promise<Library> | undefined;

	async function loadOne(tag: string): Promise<void> {
		library ??= loadLibrary(loadEngine);
		const { bundledLanguages, load } = await library;
		const name = EXTRA_ALIASES.get(tag) ?? tag;
		if (!Object.hasOwn(bundledLanguages, name)) {
			// Code under a tag that nobody knows is compared as code without a tag.
			await loadAll(GUESSES);
			return;
		}
		const registrations = await bundledLanguages[name]!();
		const registration = registrations.default.at(-1)!;
		if (!loaded.has(registration.name)) {
			const grammar = load(registrations.default);
			if (grammar) loaded.set(registration.name, createGrammar(registration.name, grammar));
		}
		names.set(tag, registration.name);
	}

	async function loadAll(tags: Iterable<string>): Promise<void> {
		const begun = [...tags].map((tag) => {
			let load = loads.get(tag);
			// Another caller may have begun a load that has not ended: both wait for it.
			if (!load) loads.set(tag, (load = loadOne(tag)));
			return load;
		});
		await Promise.all(begun);
	}

	return {
		async load(languages) {
			const wanted = new Set<string>();
			for (const language of languages) {
				const name = tagName(language);
				const family = familyOf(name);
				if (name !== '' && family === 'grammar') wanted.add(name);
				if (name === '' || family !== 'grammar') for (const guess of GUESSES) wanted.add(guess);
			}
			await loadAll(wanted);
		},
		find(language) {
			const name = names.get(tagName(language));
			return name === undefined ? undefined : loaded.get(name);
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
