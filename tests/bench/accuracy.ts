/**
 * How much the checker sees: `npm run bench:accuracy`. One known fault at a time is put into a
 * translation that agrees with its source; what counts is what the checker says beyond what it
 * says of the untouched page. Then the same with changes that are no fault, where it must say
 * nothing more. Left out are pairs that do not agree, and blocks of which the checker says the same
 * already.
 *
 * `--source`, `--target`, `--source-locale` and `--locales` are those of `parity check`, relative
 * to the working folder; without them it reads this repository's content. `--places N` for each
 * kind and pair, `--seed N`, `--only ID` (the beginning of a kind's id), `--misses` to list what
 * went wrong, `--json` for everything. Exit code 1 where an aim is missed.
 *
 * `--fix` measures repairs instead: faults that a machine can mend are put in, `parity fix` is run,
 * and the page compared with the one before.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { locales, sourceLocale } from '../../src/locales.ts';
import type { Pair } from './accuracy/fault.ts';
import { graft } from './accuracy/graft.ts';
import { controls, faults } from './accuracy/kinds.ts';
import { mechanicalFaults } from './accuracy/mechanical.ts';
import { readPairs } from './accuracy/pairs.ts';
import { loadChecker } from './accuracy/run-checker.ts';
import { loadRepairer } from './accuracy/run-repairer.ts';
import { formatRepairs, scoreRepairs, type RepairOutcome } from './accuracy/score-repairs.ts';
import { scoreKind, type Outcome, type Subject } from './accuracy/score.ts';
import { formatTables, percent, totalsOf, type Totals } from './accuracy/table.ts';

/** The least that will do, as shares of all faults and all controls. */
const AIMS = { caught: 1, rightRule: 0.99, rightPlace: 0.97, clean: 1 } as const;

const { values } = parseArgs({
	options: {
		source: { type: 'string' },
		target: { type: 'string' },
		'source-locale': { type: 'string' },
		locales: { type: 'string' },
		places: { type: 'string' },
		seed: { type: 'string', default: '1' },
		only: { type: 'string', default: '' },
		misses: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
		fix: { type: 'boolean', default: false },
	},
});

async function main(): Promise<void> {
	const sourceTag = values['source-locale'] ?? sourceLocale.lang;
	const isOwn = !values.source && !values.target;
	const { pairs, unequal } = readPairs(
		isOwn ? resolve(import.meta.dirname, '../../content') : process.cwd(),
		{
			source: values.source ?? `${sourceLocale.folder}/{page}`,
			target: values.target ?? '{locale}/{page}',
			sourceLocale: sourceTag,
			locales:
				values.locales ??
				locales
					.slice(1)
					.map(({ folder, lang }) => `${lang}=${folder}`)
					.join(','),
		},
	);
	if (pairs.length === 0) {
		console.error('There is no pair of pages that agree. Look at `--source` and `--target`.');
		process.exitCode = 2;
		return;
	}

	const check = loadChecker(sourceTag);
	const subjects = pairs.map((plain) => toSubject(plain));
	// Many pairs offer enough places with one of each kind.
	const places = Number(values.places ?? (pairs.length > 30 ? 1 : 3));
	const options = { seed: Number(values.seed), places };
	if (values.fix) {
		await measureRepairs(subjects, sourceTag, options);
		return;
	}
	const start = performance.now();
	const run = async (kinds: readonly { readonly id: string }[]): Promise<Outcome[]> => {
		const outcomes: Outcome[] = [];
		for (const kind of [...faults, ...controls])
			if (kinds.includes(kind)) outcomes.push(...(await scoreKind(kind, subjects, check, options)));
		return outcomes;
	};
	const isWanted = ({ id }: { readonly id: string }): boolean => id.startsWith(values.only);
	const kinds = { faults: faults.filter(isWanted), controls: controls.filter(isWanted) };
	const outcomes = { faults: await run(kinds.faults), controls: await run(kinds.controls) };
	const seconds = (performance.now() - start) / 1000;
	const totals = totalsOf(outcomes.faults, outcomes.controls);

	if (values.json) console.log(JSON.stringify({ aims: AIMS, totals, ...outcomes }, null, 2));
	else {
		console.log(
			`${pairs.length} pairs, ${unequal} left out because they do not agree or are not translated; up to ${places} places for each kind and pair, seed ${options.seed}; ${seconds.toFixed(0)} s.\n`,
		);
		console.log(`${formatTables(kinds, outcomes)}\n`);
		if (values.misses) printMisses(outcomes.faults, outcomes.controls);
	}
	for (const sentence of missedAims(totals)) {
		console.error(sentence);
		process.exitCode = 1;
	}
}

async function measureRepairs(
	subjects: readonly Subject[],
	sourceTag: string,
	options: { readonly seed: number; readonly places: number },
): Promise<void> {
	const repair = loadRepairer(sourceTag);
	const kinds = mechanicalFaults.filter(({ id }) => id.startsWith(values.only));
	const outcomes: RepairOutcome[] = [];
	for (const kind of kinds) outcomes.push(...(await scoreRepairs(kind, subjects, repair, options)));
	console.log(formatRepairs(kinds, outcomes));
	for (const { kind, path, line, isFixable, isRepaired, isEqual, isNoWorse, left } of outcomes) {
		if (isRepaired && isEqual && isNoWorse) continue;
		if (!isNoWorse || (isFixable && !isRepaired)) process.exitCode = 1;
		if (!values.misses || (isNoWorse && !isFixable)) continue;
		const what = !isNoWorse ? 'worse' : isRepaired ? 'not as before' : 'not repaired';
		console.log(`${what}: ${kind}  ${path}:${line}`);
		for (const { ruleId, messageId, range } of left)
			console.log(`    ${range?.start.line ?? '-'}  ${ruleId}  ${messageId}`);
	}
}

function toSubject(plain: Pair): Subject {
	return {
		plain,
		grafted: plain.target.isMdx ? undefined : graft(plain, false),
		mdx: plain.target.isMdx ? plain : graft(plain, true),
	};
}

function printMisses(faults: readonly Outcome[], controls: readonly Outcome[]): void {
	const misses = faults.flatMap((outcome) => {
		const { isCaught, isRightRule, isRightPlace, isRightSeverity } = outcome;
		if (isCaught && isRightRule && isRightPlace && isRightSeverity) return [];
		const what = !isCaught
			? 'not caught'
			: !isRightRule
				? 'wrong rule'
				: isRightPlace
					? 'wrong severity'
					: 'wrong place';
		return [{ what, outcome }];
	});
	const noise = controls.filter(({ isCaught }) => isCaught);
	for (const { what, outcome } of [
		...misses,
		...noise.map((outcome) => ({ what: 'not clean', outcome })),
	]) {
		const { kind, path, line, isGrafted, fresh } = outcome;
		console.log(`${what}: ${kind}  ${path}:${line}${isGrafted ? ' (with a part added)' : ''}`);
		for (const { ruleId, severity, target, message } of fresh)
			console.log(`    ${target?.start?.line ?? '-'}  ${severity}  ${ruleId}  ${message}`);
	}
}

function missedAims(totals: Totals): string[] {
	return (Object.keys(AIMS) as (keyof typeof AIMS)[])
		.filter((name) => totals[name] < AIMS[name])
		.map(
			(name) =>
				`The aim for \`${name}\` is ${percent(AIMS[name])}; it is ${percent(totals[name])}.`,
		);
}

await main();
