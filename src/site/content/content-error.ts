/** Content that cannot be published; its message is the whole report. */
export class ContentError extends Error {
	override readonly name = 'ContentError';

	constructor(report: string) {
		super(`\n${report}\n`);
		// Where this was thrown says nothing to somebody who mends a page.
		this.stack = '';
	}
}
