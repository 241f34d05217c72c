/** Languages in which some comments are instructions, by the scope of their grammar. */
const INSTRUCTIONS = new Map([
	// Commands of `go generate`, files of `//go:embed`.
	['source.go', /^\/\/go:/],
	// What MySQL and MariaDB run, and others skip.
	['source.sql', /^\/\*M?!/],
]);
/** What ends a comment for a browser, or keeps it from beginning, and not for a grammar. */
const CLOSED_EARLY = /--!>|^<!---?>/;

/** Whether something runs in what a grammar takes for a comment: it is code then. */
export function runsWithin(comment: string, language = ''): boolean {
	return CLOSED_EARLY.test(comment) || (INSTRUCTIONS.get(language)?.test(comment) ?? false);
}
