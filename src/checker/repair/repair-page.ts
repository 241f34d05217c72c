import { alignDocuments } from '../alignment/align-documents.ts';
import type { Checker } from '../check.ts';
import type { LoadEngine } from '../code/grammar-library.ts';
import { createGrammars } from '../code/grammars.ts';
import { closeContainers } from '../document/close-containers.ts';
import { closeFences } from '../document/close-fences.ts';
import { parseDocument } from '../document/parse-document.ts';
import { withoutUnopenedHead } from '../document/unopened-head.ts';
import type { Finding } from '../finding.ts';
import type { SourceFile } from '../source-file.ts';
import { applyReplacements } from './apply-replacements.ts';
import { chooseMends } from './choose-mends.ts';
import { readPageText } from './page-text.ts';
import type { RepairPair } from './repair.ts';
import { isMendable, waysToMend } from './repairs.ts';

export interface RepairOptions {
	readonly checker: Checker;
	/** Locale names in lower case that paths, file names and hosts may carry, by locale. */
	tags(locale: string): readonly string[];
	readonly loadEngine?: LoadEngine;
	/** Whether string literals in code take the words of the source; otherwise a person decides. */
	readonly takesStrings: boolean;
	/** Rules whose findings are mended; all where nothing is said. */
	readonly ruleIds?: ReadonlySet<string> | undefined;
}

/** A translation after its repair. */
export interface RepairedPage {
	readonly text: string;
	/** What was said of the page before. */
	readonly before: readonly Finding[];
	/** What is left to be mended by a person. */
	readonly left: readonly Finding[];
}

/** Mends translations; keeps the grammars that it has loaded. */
export interface Repairer {
	/** @param source absent for a page that has none: its typography can be mended */
	repairPage(source: SourceFile | undefined, target: SourceFile): Promise<RepairedPage>;
}

/** After so many rounds whatever is left is left to a person. */
const MOST_ROUNDS = 10;

export function createRepairer(options: RepairOptions): Repairer {
	const { checker, ruleIds, takesStrings } = options;
	const grammars = createGrammars(options.loadEngine);

	const isWanted = (finding: Finding): boolean =>
		isMendable(finding, takesStrings) && (ruleIds?.has(finding.ruleId) ?? true);

	async function check(
		source: SourceFile | undefined,
		target: SourceFile,
	): Promise<readonly Finding[]> {
		const findings = await checker.checkPage({ source, targets: [target] });
		return findings.filter(({ path }) => path === target.path);
	}

	function readPair(
		source: SourceFile,
		file: SourceFile,
	): Omit<RepairPair, 'grammars'> | undefined {
		const ours = parseDocument(source);
		const parsed = parseDocument(file);
		if ([ours, parsed].some(({ defect, parseError }) => defect ?? parseError)) return undefined;
		const fenced = parsed.unclosedFences.length > 0 ? closeFences(parsed, ours) : parsed;
		const target = withoutUnopenedHead(closeContainers(fenced, ours), ours);
		const tags = { source: options.tags(source.locale), target: options.tags(file.locale) };
		return {
			source: ours,
			target,
			alignment: alignDocuments(ours, target, [...tags.source, ...tags.target]),
			sourceText: readPageText(source.text),
			targetText: readPageText(file.text),
			...{ tags, takesStrings },
		};
	}

	/** One round: as much as can be mended at once. */
	async function mendOnce(
		source: SourceFile | undefined,
		target: SourceFile,
		findings: readonly Finding[],
	): Promise<Pick<RepairedPage, 'text' | 'left'> | undefined> {
		const mendable = findings.filter(isWanted);
		if (mendable.length === 0) return undefined;
		const pair = source && readPair(source, target);
		const mends = await grammars.use((found) =>
			mendable.flatMap((finding) => {
				const ways = waysToMend(finding, pair && { ...pair, grammars: found });
				return ways.length > 0 ? [{ finding, ways }] : [];
			}),
		);
		let best: Pick<RepairedPage, 'text' | 'left'> | undefined;
		await chooseMends(mends, async (choices) => {
			const replacements = choices.flatMap((choice) => choice.replacements);
			const text = applyReplacements(target.text, replacements);
			const left = await check(source, { ...target, text });
			const mended = choices.map(({ finding }) => finding);
			if (text === target.text || !isBetter(findings, left, mended)) return false;
			best = { text, left };
			return true;
		});
		return best;
	}

	return {
		async repairPage(source, target) {
			const before = await check(source, target);
			let current = { text: target.text, left: before };
			for (let round = 0; round < MOST_ROUNDS; round++) {
				const next = await mendOnce(source, { ...target, text: current.text }, current.left);
				if (!next) break;
				current = next;
			}
			return { ...current, before };
		},
	};
}

/**
 * Whether a page is better off: without the findings that were mended, or as many others. Behind an
 * error a warning may come to light, such as a comment that is now there to be translated.
 */
function isBetter(
	before: readonly Finding[],
	after: readonly Finding[],
	mended: readonly Finding[],
): boolean {
	const errors = countErrors(mended);
	if (countErrors(after) > countErrors(before) - errors) return false;
	return errors > 0 || after.length <= before.length - mended.length;
}

function countErrors(findings: readonly Finding[]): number {
	return findings.filter(({ severity }) => severity === 'error').length;
}
