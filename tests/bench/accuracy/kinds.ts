import { blockControls } from './block-controls.ts';
import { blockFaults } from './block-faults.ts';
import { codeBlockFaults } from './code-block-faults.ts';
import { codeControls } from './code-controls.ts';
import { codeLineFaults } from './code-line-faults.ts';
import type { Control, Fault } from './fault.ts';
import { frontmatterFaults } from './frontmatter-faults.ts';
import { inlineControls } from './inline-controls.ts';
import { inlineFaults } from './inline-faults.ts';
import { mistypedFaults } from './mistyped-faults.ts';
import { nestingFaults } from './nesting-faults.ts';
import { sectionFaults } from './section-faults.ts';
import { unsafeFaults } from './unsafe-faults.ts';
import { untranslatedFaults } from './untranslated-faults.ts';

/** Every kind of fault, in the order of the table. */
export const faults: readonly Fault[] = [
	...sectionFaults,
	...codeBlockFaults,
	...codeLineFaults,
	...blockFaults,
	...inlineFaults,
	...nestingFaults,
	...mistypedFaults,
	...frontmatterFaults,
	...untranslatedFaults,
	...unsafeFaults,
];

/** Every change that is no fault, in the order of the table. */
export const controls: readonly Control[] = [...codeControls, ...blockControls, ...inlineControls];
