/** Whether a text still holds both sides of a merge that git could not decide. */
export function hasConflict(text: string): boolean {
	return /^<{7}(?: |\r?$)/m.test(text) && /^>{7}(?: |\r?$)/m.test(text);
}
