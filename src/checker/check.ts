import type { LoadEngine } from './code/grammar-library.ts';
import { createGrammars } from './code/grammars.ts';
import { createFinding } from './create-finding.ts';
import { closeContainers } from './document/close-containers.ts';
import { closeFences } from './document/close-fences.ts';
import type { Document } from './document/document.ts';
import { findObstacle } from './document/find-obstacle.ts';
import { parseDocument, unreadable } from './document/parse-document.ts';
import { haveSameHead, isPlainHead } from './document/same-head.ts';
import { createSectionNames } from './document/section-name.ts';
import { withoutUnopenedHead } from './document/unopened-head.ts';
import { compareFindings, type Finding, type Severity } from './finding.ts';
import { withFingerprints } from './fingerprint.ts';
import { createLanguages } from './language/untranslated.ts';
import { withoutPlaceholders } from './placeholders.ts';
import type { Policy } from './policy.ts';
import { preparePair } from './prepare-pair.ts';
import type { Rule } from './rule.ts';
import { fileRules, pairRules, parityRules, safetyRules, typographyRules } from './rules/index.ts';
import { frontmatterDrift } from './rules/frontmatter-drift.ts';
import { fileWaiver } from './rules/file-waiver.ts';
import { unsafeHtml } from './rules/unsafe-html.ts';
import type { SourceFile } from './source-file.ts';
import { withoutToldAsUnsafe } from './safety/told-as-unsafe.ts';
import { createCoverage, createUse } from './waiver-coverage.ts';
import { isInForce, readWaivers, type Waiver } from './waivers.ts';

export interface CheckOptions {
	/** BCP 47 tag of the source. */
	readonly sourceLocale: string;
	/** Locale names in lower case that paths, file names and hosts may carry, by locale. */
	tags(locale: string): readonly string[];
	readonly policy: Policy;
	/** Severities that differ from the rules' own. */
	readonly severities: Readonly<Record<string, Severity | 'off'>>;
	/** The day against which waivers expire, `2026-11-21`. */
	readonly today: string;
	/** Where the highlighter's pattern engine comes from, if there is a fast way. */
	readonly loadEngine?: LoadEngine;
}

/** A source page with its translations; their `locale` is a BCP 47 tag. */
export interface PageGroup {
	readonly source: SourceFile | undefined;
	readonly targets: readonly SourceFile[];
}

export interface Checker {
	/** What is to be said about one page in all its languages, sorted. */
	checkPage(group: PageGroup): Promise<Finding[]>;
}

/** A checker keeps what it has loaded, and nothing of the pages that it has seen. */
export function createChecker(options: CheckOptions): Checker {
	const tools = { grammars: createGrammars(options.loadEngine), languages: createLanguages() };
	const severityOf = ({ id, severity }: Pick<Rule<never>, 'id' | 'severity'>): Severity | 'off' =>
		!options.policy.typography && id.startsWith('typography-')
			? 'off'
			: (options.severities[id] ?? severity);

	/** Adds what a rule has to say to what others have said: most have nothing. */
	function run<Subject>(
		rule: Rule<Subject>,
		subject: Subject,
		findings: Finding[],
		sourcePath?: string,
	): void {
		const severity = severityOf(rule);
		if (severity === 'off') return;
		for (const remark of rule.check(subject))
			findings.push(createFinding(rule, remark, severity, sourcePath));
	}

	function checkFile(file: Document, hasSoundHead = false): Finding[] {
		const findings: Finding[] = [];
		run(fileRules.fileUnreadable, { pages: [file] }, findings);
		run(fileRules.fileUnparsable, { documents: [file] }, findings);
		run(fileRules.fileUnclosed, { documents: [file] }, findings);
		if (file.parseError || file.defect || hasSoundHead) return findings;
		const platform = { validate: () => [] };
		run(fileRules.frontmatterInvalid, { pages: [file], platform }, findings);
		return findings;
	}

	/** @param original the file, before anything in it was closed or rewritten */
	async function checkTypography(
		target: Document,
		original: SourceFile,
		source: string,
		findings: Finding[],
	): Promise<void> {
		if (!options.policy.typography || target.parseError || target.defect) return;
		// Its lists of words take long to load, and few projects ask for it.
		const { readTypography } = await import('./typography/typography-page.ts');
		const page = readTypography(target, original.text, options.policy, source);
		for (const rule of typographyRules) run(rule, page, findings);
	}

	/** @param isSound whether the front matter of the source surely is */
	async function checkTarget(
		source: Document,
		file: SourceFile,
		isSound: boolean,
	): Promise<Finding[]> {
		const obstacle = file.defect ? undefined : findObstacle(file.text, source.text);
		let target = obstacle ? unreadable(file, obstacle) : parseDocument(file);
		const unclosed = target.unclosedFences.length;
		if (unclosed > 0) target = closeFences(target, source);
		target = withoutUnopenedHead(closeContainers(target, source), source);
		const hasSameHead =
			haveSameHead(source, target, options.policy.translatedKeys) &&
			(isSound || source.frontMatter.problems.length === 0);
		const findings = checkFile(target, hasSameHead);
		await checkTypography(target, file, source.text, findings);
		const isReadable = !target.defect && !target.parseError && !source.parseError && !source.defect;
		if (isReadable) {
			const languages = { source: options.sourceLocale, target: target.locale };
			const ownTags = options.tags(target.locale);
			const tags = [...options.tags(options.sourceLocale), ...ownTags];
			const both = { ...options, languages, tags, ownTags };
			const pair = await preparePair(source, target, both, tools);
			// Behind a fence that could not be closed nothing is what it seems.
			const isOpen = !target.head && target.frontMatter.problems[0]?.kind === 'not-closed';
			const rules = target.isCutShort || isOpen ? safetyRules : [...pairRules, ...safetyRules];
			for (const rule of rules)
				if (rule !== frontmatterDrift || !hasSameHead) run(rule, pair, findings, source.path);
		}
		const nameAt = createSectionNames(source);
		return withFingerprints(
			withoutToldAsUnsafe(waive(target, withoutPlaceholders(target, findings))).sort(
				compareFindings,
			),
			({ source: place, range }) => nameAt(place?.range?.start.line ?? range?.start.line ?? 0),
		);
	}

	/** Of a page without a source nothing can be compared, but whatever it runs is nobody's. */
	async function checkOrphan(file: SourceFile): Promise<Finding[]> {
		const target = parseDocument(file);
		const findings = checkFile(target);
		await checkTypography(target, file, '', findings);
		if (!target.defect && !target.parseError) {
			const nothing = parseDocument({ ...file, locale: options.sourceLocale, text: '' });
			const languages = { source: options.sourceLocale, target: target.locale };
			const alone = { ...options, languages, tags: [], ownTags: [] };
			const pair = await preparePair(nothing, target, alone, tools);
			for (const rule of safetyRules) run(rule, pair, findings);
		}
		// Of an element that runs nothing only the source could tell whether it is in its place.
		const told = findings.filter(
			({ ruleId, messageId }) => ruleId !== unsafeHtml.id || messageId !== 'html',
		);
		return withFingerprints(withoutToldAsUnsafe(told).sort(compareFindings), () => '');
	}

	function waive(target: Document, findings: readonly Finding[]): Finding[] {
		const waivers = readWaivers(target);
		if (waivers.length === 0) return [...findings];
		const ruleIds = parityRules.map(({ id }) => id);
		const { today } = options;
		const inForce = waivers.filter((waiver) => isInForce(waiver, today));
		const isCovered = createCoverage(inForce);
		const isUsed = createUse(findings);
		const subject = {
			...{ file: target, waivers, ruleIds, today },
			isUsed: (waiver: Waiver, ruleId: string) =>
				severityOf({ id: ruleId, severity: 'error' }) === 'off' || isUsed(waiver, ruleId),
		};
		const left = findings.filter((finding) => !isCovered(finding));
		run(fileWaiver, subject, left);
		return left;
	}

	return {
		async checkPage({ source: file, targets }) {
			const source = file && parseDocument(file);
			const isSound = source !== undefined && isPlainHead(source);
			let findings = source
				? withFingerprints(checkFile(source, isSound).sort(compareFindings), () => '')
				: [];
			for (const target of targets)
				findings = findings.concat(
					await (source ? checkTarget(source, target, isSound) : checkOrphan(target)),
				);
			return findings;
		},
	};
}
