import type { Corpus, Platform } from '../corpus.ts';
import { nearest } from '../nearest.ts';
import type { Directive, Page } from '../page.ts';
import type { Remark, Rule } from '../rule.ts';

/**
 * A directive that the site does not know: it would appear as a bare box, or its text would change.
 * A colon in prose, as in `10:30` or `std::vector`, is no directive.
 */
export const calloutUnknown: Rule<Corpus> = {
	id: 'callout-unknown',
	severity: 'error',
	description: 'A callout or other directive that the site does not know.',
	messages: {
		unknown: 'There is no callout `:::{name}`. Use one of {callouts}.',
		'unknown-nearest': 'There is no callout `:::{name}`. Did you mean `:::{nearest}`?',
		spaced: '`{written}` is plain text, not a callout. Write `:::{name}` without a space.',
		directive:
			'`{written}` would not appear as it is written. Put it into backticks, or write the colon as `\\:`.',
		'directive-nearest': '`{written}` is no directive of this site. Did you mean `{nearest}`?',
		fact: '`{written}`: {reason}.',
	},
	*check({ pages, platform }) {
		for (const page of pages)
			for (const directive of page.directives) {
				const remark = judge(directive, page, platform);
				if (remark) yield { file: page, range: directive.span, ...remark };
			}
	},
};

function judge(
	{ kind, name, isBare, span }: Directive,
	page: Page,
	{ callouts, facts, validateFact }: Platform,
): Pick<Remark, 'messageId' | 'data'> | undefined {
	const written = page.text.slice(span.from, span.to).split(/\r?\n/, 1)[0]!;
	if (kind === 'spaced') return { messageId: 'spaced', data: { written, name } };
	if (kind === 'leaf' || kind === 'text') {
		const marked = `${kind === 'leaf' ? '::' : ':'}${name}`;
		if (facts.includes(marked)) {
			const reason = validateFact(written);
			return reason === undefined ? undefined : { messageId: 'fact', data: { written, reason } };
		}
		if (kind === 'text' && isBare) return undefined;
		const near = nearest(marked, facts);
		return near
			? { messageId: 'directive-nearest', data: { written, nearest: near } }
			: { messageId: 'directive', data: { written } };
	}
	if (callouts.includes(name)) return undefined;
	const near = SYNONYMS[name.toLowerCase()] ?? nearest(name, callouts);
	return {
		messageId: near ? 'unknown-nearest' : 'unknown',
		data: {
			name,
			nearest: near ?? '',
			callouts: callouts.map((callout) => `\`:::${callout}\``).join(', '),
		},
	};
}

/** What other tools call their callouts. */
const SYNONYMS: Readonly<Record<string, string>> = {
	warning: 'caution',
	important: 'caution',
	info: 'note',
	hint: 'tip',
	error: 'danger',
};
