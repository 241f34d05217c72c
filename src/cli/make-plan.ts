import { resolve } from 'node:path';
import { defaultPolicy, type Policy } from '../checker/policy.ts';
import type { TargetLocale } from '../corpus/find-pages.ts';
import { parsePattern, PatternError, type PagePattern } from '../corpus/page-pattern.ts';
import { locales as ownLocales, sourceLocale as ownSource } from '../locales.ts';
import type { ParityConfig } from './config.ts';
import { parseLocale, parseTag } from './parse-locale.ts';
import type { PlaceOptions } from './place-options.ts';
import type { Plan } from './plan.ts';
import { UsageError } from './usage-error.ts';

/** The repository that this file belongs to. */
export const OWN_FOLDER = resolve(import.meta.dirname, '../..');

const OWN = {
	source: `content/${ownSource.folder}/{page}`,
	target: 'content/{locale}/{page}',
	sourceLocale: ownSource.lang,
	locales: ownLocales.slice(1).map(({ lang, folder }) => `${lang}=${folder}`),
};

/**
 * Whether the command line says where pages lie; otherwise a configuration or this repository does.
 *
 * @param here the working folder
 */
export function saysWhere({ source, target, locales }: PlaceOptions, here: string): boolean {
	const isPattern = source !== undefined || target !== undefined;
	return isPattern || (locales !== undefined && here !== OWN_FOLDER);
}

/**
 * Options first, then the configuration, then the defaults.
 *
 * @throws UsageError for a pattern or locale that makes no sense
 */
export function makePlan(
	options: PlaceOptions,
	config: ParityConfig,
	folder: string,
	today: string,
): Plan {
	const isOwn = folder === OWN_FOLDER && !saysWhere(options, folder);
	const given = { ...(isOwn ? OWN : {}), ...config };
	const source = options.source ?? given.source;
	const target = options.target ?? given.target;
	const locales = chooseLocales(options.locales, given.locales ?? []);
	const sourceLocale = options.sourceLocale ?? given.sourceLocale ?? 'en';
	const settingOf = (key: 'source' | 'target' | 'sourceLocale', option: string): string =>
		options[key] === undefined && config[key] !== undefined ? key : option;
	if (source === undefined || target === undefined || locales.length === 0)
		throw lacking({ '--source': source, '--target': target, '--locales': locales[0] });
	checkPatterns(
		pattern(settingOf('source', '--source'), source),
		pattern(settingOf('target', '--target'), target),
		locales,
	);
	return {
		...{ folder, source, target, today, locales },
		sourceLocale: parseTag(sourceLocale, settingOf('sourceLocale', '--source-locale')),
		policy: policyOf(config),
		severities: (given.rules ?? {}) as Plan['severities'],
	};
}

/** A tag on the command line keeps the folder that the configuration gives it. */
function chooseLocales(
	asked: readonly string[] | undefined,
	configured: readonly string[],
): readonly TargetLocale[] {
	const known = new Map(
		configured.map((text) => parseLocale(text, 'locales')).map((locale) => [locale.tag, locale]),
	);
	const chosen = (asked ?? configured).map((text) => {
		const locale = parseLocale(text, asked ? '--locales' : 'locales');
		return text.includes('=') ? locale : (known.get(locale.tag) ?? locale);
	});
	return [...new Map(chosen.map((locale) => [locale.tag, locale])).values()];
}

function lacking(needed: Readonly<Record<string, unknown>>): UsageError {
	const missing = Object.keys(needed).filter((option) => needed[option] === undefined);
	return new UsageError(
		`It is not said where the pages lie: ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
		"Write, for example, parity check --source 'en/{page}' --target '{locale}/{page}' --locales fr,es, or put it into parity.config.ts.",
	);
}

function pattern(setting: string, text: string): PagePattern {
	try {
		return parsePattern(text);
	} catch (error) {
		if (!(error instanceof PatternError)) throw error;
		throw new UsageError(`The pattern of ${setting} cannot be used.`, error.message);
	}
}

function checkPatterns(
	source: PagePattern,
	target: PagePattern,
	locales: readonly TargetLocale[],
): void {
	if (source.hasLocale)
		throw new UsageError(
			`The source \`${source.text}\` holds \`{locale}\`.`,
			'Spell out where the source lies, as in `en/{page}`.',
		);
	if (!target.hasLocale && locales.length !== 1)
		throw new UsageError(
			`The target \`${target.text}\` has no \`{locale}\`, so it can hold one language, but ${locales.length} are named.`,
			'Put `{locale}` where the language stands, or name one language only.',
		);
	const same = locales.find(({ part }) => target.path('page', part) === source.path('page', ''));
	if (same)
		throw new UsageError(
			`The translations of \`${same.tag}\` are the source itself: both lie at \`${source.text}\`.`,
			'Leave the language of the source out of the locales, or correct the target.',
		);
}

function policyOf(config: ParityConfig): Policy {
	const { anchors, externalLinks, strings } = config;
	const { translatedKeys, localKeys, sourceOnlyComponents, typography } = config;
	const own = {
		...{ anchors, externalLinks, strings, typography },
		...{ translatedKeys, localKeys, sourceOnlyComponents },
	};
	const said = Object.entries(own).filter(([, value]) => value !== undefined);
	return { ...defaultPolicy, ...Object.fromEntries(said) };
}
