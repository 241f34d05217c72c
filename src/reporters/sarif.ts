import { describe } from '../checker/describe.ts';
import type { Finding } from '../checker/finding.ts';
import type { Range } from '../checker/place.ts';
import type { Report } from '../checker/report.ts';
import type { Rule } from '../checker/rule.ts';
import { annotatedPlace } from './annotated-place.ts';
import { jsonText } from './json-text.ts';
import { placeText } from './place-text.ts';
import { printable } from './printable.ts';

export interface SarifOptions {
	/** Every rule that was asked, spoken or not. */
	readonly rules: readonly Pick<Rule<never>, 'id' | 'description' | 'severity'>[];
	/** Absolute address of the page about a rule. */
	readonly helpAddress: (ruleId: string) => string;
	/** Of the checker. */
	readonly version: string;
	/** Absolute address of the page about the checker. */
	readonly homeAddress?: string;
}

/**
 * A report for code hosts: SARIF 2.1.0
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), with what GitHub's code
 * scanning asks for. Paths are relative to the root of the repository. Ends with a newline.
 */
export function sarif({ findings }: Report, options: SarifOptions): string {
	const indices = new Map(options.rules.map(({ id }, index) => [id, index]));
	const log = {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: { driver: driver(options) },
				columnKind: 'utf16CodeUnits',
				results: findings.map((finding) => result(finding, indices.get(finding.ruleId))),
			},
		],
	};
	return jsonText(log);
}

function driver({ rules, helpAddress, version, homeAddress }: SarifOptions) {
	return {
		name: 'parity',
		version,
		...(homeAddress !== undefined && { informationUri: homeAddress }),
		rules: rules.map(({ id, description, severity }) => ({
			id,
			shortDescription: { text: description },
			fullDescription: { text: description },
			help: {
				text: `${description} What it means and how to mend it: ${helpAddress(id)}`,
				markdown: `${description} [What it means and how to mend it](${helpAddress(id)}).`,
			},
			helpUri: helpAddress(id),
			defaultConfiguration: { level: severity },
		})),
	};
}

function result(finding: Finding, ruleIndex: number | undefined) {
	const { ruleId, severity, source, fingerprint } = finding;
	const place = annotatedPlace(finding);
	const isElsewhere = source !== undefined && source !== place;
	return {
		ruleId,
		...(ruleIndex !== undefined && { ruleIndex }),
		level: severity,
		message: { text: message(finding, isElsewhere) },
		locations: [{ physicalLocation: physicalLocation(place) }],
		...(isElsewhere && {
			relatedLocations: [
				{
					id: SOURCE_ID,
					physicalLocation: physicalLocation(source),
					message: { text: 'The same place in the source.' },
				},
			],
		}),
		...(fingerprint !== undefined && {
			partialFingerprints: {
				'parity/v1': fingerprint,
				// GitHub makes this one itself from the text of a line, and so not for whole files; yet one
				// source page may lack several translations.
				...(!place.range && { primaryLocationLineHash: fingerprint }),
			},
		}),
	};
}

const SOURCE_ID = 1;

/**
 * GitHub shows related locations only where the message links to them. Quoted brackets must not make
 * further links. Braces stay single although the standard wants them doubled: no argument can be
 * taken for them, as there are none, and viewers show them as they are.
 */
function message(finding: Finding, isElsewhere: boolean): string {
	const text = printable(describe(finding)).replaceAll('](', '\\](');
	if (finding.isFileMissing) return `${text} Missing: ${placeText({ path: finding.path })}`;
	return isElsewhere ? `${text} Compare [the source](${SOURCE_ID}).` : text;
}

function physicalLocation({ path, range }: { path: string; range?: Range }) {
	return {
		artifactLocation: { uri: pathToUri(path), uriBaseId: '%SRCROOT%' },
		...(range && { region: region(range) }),
	};
}

/** `'content/fr/à faire.md'` => `'content/fr/%C3%A0%20faire.md'` */
function pathToUri(path: string): string {
	return path
		.split('/')
		.map((segment) => encodeURIComponent(segment.toWellFormed()))
		.join('/');
}

/** Both count from one, and both end before `endColumn`. */
function region({ start, end }: Range) {
	return {
		startLine: start.line,
		startColumn: start.column,
		endLine: end.line,
		endColumn: end.column,
	};
}
