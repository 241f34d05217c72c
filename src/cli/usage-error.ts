/** The tool cannot run: what is wrong, and what to do. Caught once, in `main.ts`. */
export class UsageError extends Error {
	readonly hint: string;

	constructor(message: string, hint: string) {
		super(message);
		this.hint = hint;
	}
}
