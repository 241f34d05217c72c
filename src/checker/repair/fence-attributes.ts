import type { Block } from '../document/block.ts';
import { isProseText } from '../prose-text.ts';
import { codeAround } from './find-block.ts';
import type { PageText } from './page-text.ts';
import type { Repair } from './repair.ts';

/** What stands behind a fence becomes what stands there in the source; a translated title stays. */
export const repairFence: Repair = function* (finding, { source, target, sourceText, targetText }) {
	const from = codeAround(source, finding.source?.range);
	const to = codeAround(target, finding.range);
	if (!from?.code || !to?.code?.isFenced) return;
	const expected = from.code.isFenced ? openingOf(from, sourceText).info : '';
	const { before, space, info } = openingOf(to, targetText);
	const fresh = withTranslatedTitles(expected, info);
	const line = before + (fresh === '' ? '' : space) + fresh;
	yield [targetText.replaceLines(to.span.start.line, 1, [line])];
};

/** The line of an opening fence, in parts. */
function openingOf(
	{ span }: Block,
	{ lines }: PageText,
): { readonly before: string; readonly space: string; readonly info: string } {
	const line = lines[span.start.line - 1]!;
	const [, mark = '', space = '', info = ''] =
		/^(`{3,}|~{3,})([ \t]*)(.*?)[ \t]*$/.exec(line.slice(span.start.column - 1)) ?? [];
	return { before: line.slice(0, span.start.column - 1) + mark, space, info };
}

/** `withTranslatedTitles('js title="Start it"', 'ts title="Démarrer"')` => `'js title="Démarrer"'` */
function withTranslatedTitles(source: string, target: string): string {
	const titles = new Map(
		[...target.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value] as const),
	);
	return source.replace(ATTRIBUTE, (written: string, name: string, value: string) => {
		const own = titles.get(name);
		if (own === undefined || !isProseText(unquoted(value))) return written;
		return isProseText(unquoted(own)) ? `${name}=${own}` : written;
	});
}

const ATTRIBUTE = /([\w.:-]+)=("[^"]*"|'[^']*')/g;

function unquoted(value: string): string {
	return value.slice(1, -1);
}
