import type { Finding } from '../../../src/checker/finding.ts';
import type { Fault, Pair } from './fault.ts';
import { inject } from './inject.ts';
import { seededRandom } from './random.ts';
import type { Repaired, RunRepairer } from './run-repairer.ts';
import type { Subject } from './score.ts';
import { alignCells, percent } from './table.ts';

/** One fault that was put into a page and repaired. */
export interface RepairOutcome {
	readonly kind: string;
	readonly path: string;
	/** First line of the fault. */
	readonly line: number;
	/** Whether the checker has told of the fault that it can be mended. */
	readonly isFixable: boolean;
	/** Whether that finding is gone, and no error has come. */
	readonly isRepaired: boolean;
	/** Whether the page is, to the byte, what it was. */
	readonly isEqual: boolean;
	/** Whether there are fewer errors than with the fault, or as many and no more warnings. */
	readonly isNoWorse: boolean;
	readonly left: readonly Finding[];
	readonly text: string;
}

/** Puts a fault into each pair, repairs it, and compares the page with the one before. */
export async function scoreRepairs(
	kind: Fault,
	subjects: readonly Subject[],
	repair: RunRepairer,
	options: { readonly seed: number; readonly places: number },
): Promise<RepairOutcome[]> {
	const outcomes: RepairOutcome[] = [];
	for (const { plain, grafted } of subjects) {
		for (const pair of plain.target.isMdx ? [plain] : [plain, grafted]) {
			if (!pair) continue;
			const random = seededRandom(options.seed, kind.id, pair.targetPath);
			const injections = inject(kind, pair, random, options.places);
			for (const { text, lines } of injections) {
				const sound = await untouched(pair, repair);
				outcomes.push(
					judge(kind, pair, lines[0]?.first ?? 1, sound, await repair(inputOf(pair, text))),
				);
			}
			if (injections.length > 0) break;
		}
	}
	return outcomes;
}

/** Pages without a fault of ours, after a repair: what was wrong with them before is not in question. */
const sounds = new WeakMap<Pair, Promise<Repaired>>();

function untouched(pair: Pair, repair: RunRepairer): Promise<Repaired> {
	let sound = sounds.get(pair);
	if (!sound) sounds.set(pair, (sound = repair(inputOf(pair, pair.target.text))));
	return sound;
}

function inputOf(pair: Pair, text: string) {
	return {
		page: pair.page,
		source: { path: pair.sourcePath, text: pair.source.text },
		target: { path: pair.targetPath, text },
		locales: { source: pair.sourceLang, target: pair.targetLang },
		names: pair.targetNames,
	};
}

function judge(
	kind: Fault,
	{ targetPath }: Pair,
	line: number,
	sound: Repaired,
	{ text, before, left }: Repaired,
): RepairOutcome {
	return {
		...{ kind: kind.id, path: targetPath, line, left, text },
		isFixable: fixable(before) > fixable(sound.before),
		isRepaired: fixable(left) <= fixable(sound.left) && errors(left) <= errors(sound.left),
		isEqual: text === sound.text,
		isNoWorse:
			errors(left) < errors(before) ||
			(errors(left) === errors(before) && left.length <= before.length),
	};
}

function fixable(findings: readonly Finding[]): number {
	return findings.filter(({ isFixable }) => isFixable).length;
}

function errors(findings: readonly Finding[]): number {
	return findings.filter(({ severity }) => severity === 'error').length;
}

/** A table in Markdown: one line for each kind, the total last. */
export function formatRepairs(kinds: readonly Fault[], outcomes: readonly RepairOutcome[]): string {
	const row = (name: string, all: readonly RepairOutcome[]): string[] => {
		const told = all.filter(({ isFixable }) => isFixable);
		const share = (holds: (outcome: RepairOutcome) => boolean, of: readonly RepairOutcome[]) =>
			of.length === 0 ? '–' : percent(of.filter(holds).length / of.length);
		return [
			...[name, String(all.length), String(told.length)],
			share(({ isRepaired }) => isRepaired, told),
			share(({ isEqual }) => isEqual, told),
			share(({ isNoWorse }) => isNoWorse, all),
		];
	};
	return alignCells([
		['fault', 'injected', 'fixable', 'repaired', 'as before', 'no worse'],
		...kinds.map(({ id }) =>
			row(
				id,
				outcomes.filter(({ kind }) => kind === id),
			),
		),
		row('**all mechanical faults**', outcomes),
	]);
}
