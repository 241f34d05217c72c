import type { Finding } from '../checker/finding.ts';

/** What became of one translation that was to be recorded. */
export type SyncOutcome = { readonly path: string } & (
	{ readonly kind: 'current' } | ({ readonly kind: 'recorded' } & Recorded) | Refused
);

export interface Recorded {
	/** There was no record that could be read. */
	readonly isFirst: boolean;
	/** Sections that are recorded as they are now, and were not before; those that went away too. */
	readonly sections: readonly { readonly key: string; readonly name: string }[];
}

export interface Refused {
	readonly kind: 'refused';
	readonly reason: string;
	/** Errors that stand in the way. */
	readonly findings: readonly Finding[];
}

/** @param reason continues a sentence: `it has errors` */
export function refused(reason: string, findings: readonly Finding[] = []): Refused {
	return { kind: 'refused', reason, findings };
}
