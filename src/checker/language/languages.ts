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
	let read: ((text: string) => Points) | undefined;
	const indexes = new Map<string, number>();
	const known = new Map<string, Points>();

	function pointsOf(text: string, readNew: (text: string) => Points): Points {
		let points = known.get(text);
		if (!points) {
			points = readNew(text);
			if (known.size > MOST_TEXTS) known.clear();
			if (text.length <= LONGEST) known.set(text, points);
		}
		return points;
	}

	return {
		async load() {
			if (read) return;
			const { eld } = await import('eld/extrasmall');
			const codes = Object.values(eld.info().Languages);
			for (const [index, code] of codes.entries()) indexes.set(code, index);
			read = (text) => {
				const scores = eld.detect(text).getScores();
				return Float64Array.from(codes, (code) => pointsFrom(scores[code]));
			};
		},
		margin(text, { source, target }) {
			if (!read) throw new Error('The languages are not loaded: wait for load() first.');
			const [from, to] = [indexes.get(codeOf(source)), indexes.get(codeOf(target))];
			if (from === undefined) return undefined;
			const points = pointsOf(text, read);
			const rival =
				to === undefined
					? points.reduce((most, each, index) => (index === from ? most : Math.max(most, each)), 0)
					: points[to]!;
			return points[from]! - rival;
		},
	};
}

/** What the identifier gives a text for each language that it knows. */
type Points = Float64Array;

/** Characters of texts that are remembered: a page left as it was has them in each language. */
const LONGEST = 500;

/** Texts that are remembered; memory must not grow with the number of pages. */
const MOST_TEXTS = 10_000;

/** The identifier's code of a language: ISO 639-1, one for both written forms of Norwegian. */
function codeOf(tag: string): string {
	const [language = ''] = tag.toLowerCase().split('-', 1);
	return language === 'nb' || language === 'nn' ? 'no' : language;
}

/** Undoes the identifier's scaling `n / (n + 25)` (its LanguageResult.js), which hides differences. */
function pointsFrom(score = 0): number {
	return (25 * score) / (1 - score);
}
