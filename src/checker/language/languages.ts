/** BCP 47 tags of a pair. */
export interface LanguageTags {
	readonly source: string;
	readonly target: string;
}

/** Tells languages apart. Idle until it is loaded, so that a corpus without suspicions costs nothing. */
export interface Languages {
	/** Loads the identifier; called once there is at least one suspicion. */
	load(): Promise<void>;
	/**
	 * How much more likely a text is in the language of the source than in that of the target, in
	 * the identifier's points per n-gram: about 0 for names, above 120 for a function word such as
	 * `with`, negative for the target's language. Against all other languages where the identifier
	 * does not know that of the target; `undefined` where it does not know that of the source.
	 *
	 * @throws Error before `load()` has resolved
	 */
	margin(text: string, tags: LanguageTags): number | undefined;
}

/** A set of its own: what it has learnt of words is shared by all texts it is asked about. */
export function createLanguages(): Languages {
	let scoresOf: ((text: string) => Readonly<Record<string, number>>) | undefined;
	const known = new Set<string>();
	const margins = new Map<string, number>();
	return {
		async load() {
			if (scoresOf) return;
			const { eld } = await import('eld/extrasmall');
			for (const code of Object.values(eld.info().Languages)) known.add(code);
			scoresOf = (text) => eld.detect(text).getScores();
		},
		margin(text, { source, target }) {
			if (!scoresOf) throw new Error('The languages are not loaded: wait for load() first.');
			const [from, to] = [codeOf(source), codeOf(target)];
			if (!known.has(from)) return undefined;
			const key = `${from} ${to} ${text}`;
			let margin = margins.get(key);
			if (margin === undefined) {
				const scores = scoresOf(text);
				const others = known.has(to) ? [to] : [...known].filter((code) => code !== from);
				margin = points(scores[from]) - Math.max(...others.map((code) => points(scores[code])));
				if (margins.size > MOST_WORDS) margins.clear();
				if (text.length <= LONGEST) margins.set(key, margin);
			}
			return margin;
		},
	};
}

/** Characters of words and phrases that come again: names of products, titles. */
const LONGEST = 60;

/** Texts that are remembered; memory must not grow with the number of pages. */
const MOST_WORDS = 20_000;

/** The identifier's code of a language: ISO 639-1, one for both written forms of Norwegian. */
function codeOf(tag: string): string {
	const [language = ''] = tag.toLowerCase().split('-');
	return language === 'nb' || language === 'nn' ? 'no' : language;
}

/** Undoes the identifier's scaling `n / (n + 25)` (its LanguageResult.js), which hides differences. */
function points(score = 0): number {
	return (25 * score) / (1 - score);
}
