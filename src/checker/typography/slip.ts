import type { Replacement } from '../finding.ts';
import type { Edit } from './prose-run.ts';

/** A place where a run does not keep to the conventions, in indices of its text. */
export interface RunSlip {
	readonly messageId: string;
	readonly data?: Readonly<Record<string, string>>;
	/** What is wrong, and the words that show where it stands. */
	readonly from: number;
	readonly to: number;
	/** What mends it, for certain; empty where somebody has to decide. */
	readonly edits: readonly Edit[];
}

/** The same in the file. */
export interface Slip {
	readonly ruleId: string;
	readonly messageId: string;
	readonly data: Readonly<Record<string, string>>;
	/** Offsets in the text of the file. */
	readonly from: number;
	readonly to: number;
	readonly replacements: readonly Replacement[];
}
