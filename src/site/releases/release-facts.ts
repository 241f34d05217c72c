import { asOf, releaseLines } from '../../releases.ts';
import { formatDay, formatVersions } from '../locale-formats.ts';

/** Directives that pages write instead of what `src/releases.ts` says. */
export const releaseFacts = [':node', ':as-of', '::node-releases'] as const;

/** Major and minor version of the lines that figures of the handbook are from. */
const measured = new Map(
	releaseLines.flatMap(({ line, measured: version }) =>
		version ? [[String(line), version.replace(/\.\d+$/, '')]] : [],
	),
);

/**
 * What is wrong with one of these directives as it is written, and what to do; `undefined` for
 * nothing.
 */
export function validateFact(written: string): string | undefined {
	const [, name = '', label = '', rest = ''] = /^(:+[\w-]+)(\[[^\]]*\])?(.*)$/s.exec(written) ?? [];
	const surplus = name === ':node' ? rest : label + rest;
	if (surplus !== '') return `expected nothing like \`${surplus}\` behind it. Remove it`;
	if (name !== ':node') return undefined;
	const example = `\`:node[${[...measured.keys()].join(', ')}]\``;
	const lines = linesIn(label);
	if (lines.length === 0)
		return `expected lines of Node.js behind it, on the same line, as in ${example}. Add them, or write the colon as \`\\:\``;
	const unknown = lines.find((line) => !measured.has(line));
	return unknown === undefined
		? undefined
		: `expected lines of Node.js with a measured version, as in ${example}, found \`${unknown}\`. Correct it, or add the version to \`src/releases.ts\``;
}

/**
 * A text with facts in place of its directives.
 *
 * `stateFacts('Measured on :node[22, 24].', 'en')` => `'Measured on Node.js 22.23 and 24.21.'`
 */
export function stateFacts(text: string, lang: string): string {
	return text.replace(
		/:(?:node(\[[^\]]*\])|as-of(?![\w-]))/g,
		(written, label: string | undefined) => {
			if (validateFact(written) !== undefined) return written;
			if (label === undefined) return formatDay(asOf, lang);
			return formatVersions(
				linesIn(label).map((line) => measured.get(line)!),
				lang,
			);
		},
	);
}

/** `linesIn('[22, 24]')` => `['22', '24']` */
function linesIn(label: string): string[] {
	const inner = label.slice(1, -1);
	return inner.split(',').flatMap((line) => line.trim() || []);
}
