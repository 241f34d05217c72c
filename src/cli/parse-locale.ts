import { languageCode } from '../checker/language-codes.ts';
import type { TargetLocale } from '../corpus/find-pages.ts';
import { UsageError } from './usage-error.ts';

/**
 * `parseLocale('pt-BR=pt-br')` => `{ tag: 'pt-BR', part: 'pt-br' }`
 *
 * @param setting what said so: `--locales`, or a key of the configuration
 * @throws UsageError where the tag is none
 */
export function parseLocale(text: string, setting: string): TargetLocale {
	const equals = text.indexOf('=');
	const tag = equals < 0 ? text : text.slice(0, equals);
	const part = equals < 0 ? '' : text.slice(equals + 1);
	return { tag: parseTag(tag, setting), part: part || tag };
}

/**
 * A BCP 47 tag in its usual letters: `pt-br` => `pt-BR`.
 *
 * @throws UsageError that names the setting, and the tag that was most likely meant
 */
export function parseTag(tag: string, setting: string): string {
	const canonical = canonicalTag(tag);
	// No language has a code of so many letters; somebody wrote the language's name.
	if (canonical !== undefined && !/^[a-z]{4,}(?:-|$)/i.test(tag)) return canonical;
	const likely = canonicalTag(tag.replaceAll('_', '-')) ?? tag;
	const meant = likely.includes('-') && canonical === undefined ? likely : languageCode(tag);
	throw new UsageError(
		`\`${tag}\` of ${setting} is no language tag.`,
		meant
			? `Write \`${meant}\`${setting.endsWith('locales') ? `, or \`${meant}=${tag}\` if the folder is called so` : ''}.`
			: 'Write a BCP 47 tag such as fr or pt-BR; a folder of another name goes behind it, as in pt-BR=brazilian.',
	);
}

function canonicalTag(tag: string): string | undefined {
	try {
		return Intl.getCanonicalLocales(tag)[0];
	} catch {
		return undefined;
	}
}
