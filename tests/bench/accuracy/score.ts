import type { MdastNode } from 'satteri';
import { compareFindings } from './compare-findings.ts';
import type { ChangeKind, Fault, Pair } from './fault.ts';
import { inject, type Injection } from './inject.ts';
import type { LineRange } from './lines.ts';
import { seededRandom } from './random.ts';
import type { Checker, CheckerFinding } from './run-checker.ts';

/** A pair in the forms that kinds of changes ask for. */
export interface Subject {
	readonly plain: Pair;
	/** With a part of ours, where {@link plain} has no place for a kind. */
	readonly grafted: Pair | undefined;
	readonly mdx: Pair | undefined;
}

/** One change to one page, and what the checker said of it. */
export interface Outcome {
	readonly kind: string;
	readonly path: string;
	/** Whether the page had to be given a place for this change. */
	readonly isGrafted: boolean;
	/** First line of the change. */
	readonly line: number;
	readonly isCaught: boolean;
	readonly isRightRule: boolean;
	/** A finding of a right rule begins within the changed lines. */
	readonly isRightPlace: boolean;
	/** False where the right rule spoke with another severity than expected. */
	readonly isRightSeverity: boolean;
	readonly fresh: readonly CheckerFinding[];
	readonly vanished: readonly CheckerFinding[];
}

/**
 * Changes each pair in every way of one kind, and runs the checker over it. Left out are places in
 * blocks of which the checker has said the same already: what it adds to that cannot be told.
 */
export async function scoreKind(
	kind: ChangeKind | Fault,
	subjects: readonly Subject[],
	check: Checker,
	options: { readonly seed: number; readonly places: number },
): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const { plain, grafted, mdx } of subjects) {
		const variants = kind.on === 'mdx' ? [mdx] : plain.target.isMdx ? [plain] : [plain, grafted];
		for (const pair of variants) {
			if (!pair) continue;
			const random = seededRandom(options.seed, kind.id, pair.targetPath);
			const before = await findings(check, pair, pair.target.text);
			const isFit = (injection: Injection): boolean => !isHidden(kind, pair, injection, before);
			const injections = inject(kind, pair, random, options.places, isFit);
			if (injections.length === 0) continue;
			for (const injection of injections) {
				const after = await findings(check, pair, injection.text);
				outcomes.push(judge(kind, pair, injection, { before, after, isGrafted: pair !== plain }));
			}
			break;
		}
	}
	return outcomes;
}

/** Findings of untouched pages, which every kind of fault asks for anew. */
const baselines = new WeakMap<Pair, readonly CheckerFinding[]>();

async function findings(
	check: Checker,
	pair: Pair,
	text: string,
): Promise<readonly CheckerFinding[]> {
	const isUntouched = text === pair.target.text;
	const known = isUntouched ? baselines.get(pair) : undefined;
	if (known) return known;
	const found = await check({
		page: pair.page,
		source: { path: pair.sourcePath, text: pair.source.text },
		target: { path: pair.targetPath, text },
		locales: { source: pair.sourceLang, target: pair.targetLang },
		names: pair.targetNames,
	});
	if (isUntouched) baselines.set(pair, found);
	return found;
}

function judge(
	kind: ChangeKind | Fault,
	pair: Pair,
	{ lines, mapLine }: Injection,
	run: {
		readonly before: readonly CheckerFinding[];
		readonly after: readonly CheckerFinding[];
		readonly isGrafted: boolean;
	},
): Outcome {
	const isFault = 'subjects' in kind;
	const { fresh, vanished } = compareFindings(run.before, run.after, mapLine, {
		ignoresWords: !isFault,
	});
	const subjects = isFault ? kind.subjects : [];
	const right = fresh.filter((finding) => isAbout(finding, subjects));
	const severity = isFault ? kind.severity : undefined;
	return {
		kind: kind.id,
		path: pair.targetPath,
		isGrafted: run.isGrafted,
		line: lines[0]?.first ?? 1,
		isCaught: fresh.length > 0,
		isRightRule: right.length > 0,
		isRightPlace: right.some(({ target }) =>
			lines.some(
				({ first, last }) =>
					target?.start && target.start.line >= first && target.start.line <= last,
			),
		),
		isRightSeverity: !severity || right.every((finding) => finding.severity === severity),
		fresh,
		vanished,
	};
}

function isAbout({ ruleId }: CheckerFinding, subjects: readonly string[]): boolean {
	return subjects.some((subject) => ruleId === subject || ruleId.startsWith(`${subject}-`));
}

/** Whether the untouched page has a finding of the same subject in the block of the change. */
function isHidden(
	kind: ChangeKind | Fault,
	{ target }: Pair,
	{ lines, mapLine }: Injection,
	before: readonly CheckerFinding[],
): boolean {
	const subjects = 'subjects' in kind ? kind.subjects : [];
	return before.some((finding) => {
		if (!isAbout(finding, subjects)) return false;
		const line = finding.target?.start?.line;
		if (line === undefined) return true;
		const blocks = 'children' in target.root ? target.root.children.map(linesOf) : [];
		const around = blocks.find((one) => line >= one.first && line <= one.last);
		const [from, to] = [mapLine(around?.first ?? line), mapLine(around?.last ?? line)];
		return lines.some(({ first, last }) => from <= last && to >= first);
	});
}

function linesOf({ position }: MdastNode): LineRange {
	return { first: position?.start.line ?? 1, last: position?.end.line ?? 1 };
}
