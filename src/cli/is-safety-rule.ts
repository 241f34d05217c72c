/**
 * Whether no file of a project may silence a rule: a stranger's pull request can change them all.
 * Whoever types the command decides for themselves.
 */
export function isSafetyRule(id: string): boolean {
	return id.startsWith('unsafe-');
}
