import type { Fault } from './fault.ts';
import { faults } from './kinds.ts';

/** Faults that need no translator: what has to stand there is known from the source. */
const IDS = new Set([
	...['heading-deeper', 'heading-shallower', 'list-kind-changed', 'callout-kind-changed'],
	...['code-block-dropped', 'code-language-changed', 'code-language-removed'],
	...['code-title-changed', 'code-meta-removed', 'code-marked-lines-changed'],
	...['code-identifier-changed', 'code-operator-changed', 'code-number-changed'],
	...['code-keyword-changed', 'code-string-value-changed', 'code-line-dropped'],
	...['code-line-added', 'code-line-duplicated', 'code-lines-swapped'],
	...['image-dropped', 'image-target-changed', 'link-target-changed', 'inline-code-changed'],
	...[
		'list-markers-glued',
		'list-item-marker-glued',
		'table-rule-cut',
		'link-split',
		'image-split',
	],
	'frontmatter-value-changed',
]);

export const mechanicalFaults: readonly Fault[] = faults.filter(({ id }) => IDS.has(id));
