import { rewriteLeadingRule } from './leading-rule.ts';
import { rewriteDefinitions } from './rewrite-definitions.ts';
import { rewriteDirectives } from './rewrite-directives.ts';
import { rewriteIndentedCallouts } from './rewrite-indented-callouts.ts';

/**
 * Rewrites what other site generators understand into what our parser does: callouts of MkDocs,
 * VitePress, Docusaurus, MyST and Pandoc, definitions of terms, and a rule above everything. Lines
 * keep their numbers, and text keeps its columns but for the lines that open a callout.
 */
export function rewriteFlavour(text: string): string {
	return rewriteDefinitions(rewriteDirectives(rewriteIndentedCallouts(rewriteLeadingRule(text))));
}

/**
 * Rewrites what Docusaurus allows in MDX but MDX itself does not: HTML comments and `{#id}` behind
 * headings. Every character keeps its place.
 */
export function rewriteForMdx(text: string): string {
	return rewriteComments(text).replace(
		/^(#{1,6} [^{\n]*)(\{#[\w-]+\})(?=[ \t]*$)/gm,
		(_, heading: string, id: string) => heading + ' '.repeat(id.length),
	);
}

/** Comments of HTML as those of MDX, of the same length. */
function rewriteComments(text: string): string {
	let written = '';
	let at = 0;
	for (let from = text.indexOf('<!--'); from >= 0; from = text.indexOf('<!--', at)) {
		const to = text.indexOf('-->', from + 4);
		if (to < 0) break;
		const inner = text.slice(from + 4, to).replaceAll('*/', '* ');
		written += `${text.slice(at, from)}{/*${inner} */}`;
		at = to + 3;
	}
	return written + text.slice(at);
}
