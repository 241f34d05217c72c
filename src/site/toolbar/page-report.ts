/** What the toolbar shows of a page; it travels from the dev server to the browser. */
export interface PageReport {
	/** Path of the address that was asked for, as the browser wrote it. */
	readonly address: string;
	/** The page's file, as people find it; absent where no page stands at the address. */
	readonly file?: string;
	/** The file does not exist: the page is shown in the source's language. */
	readonly isMissing: boolean;
	readonly findings: readonly ShownFinding[];
}

export interface ShownFinding {
	readonly severity: 'error' | 'warning';
	readonly sentence: string;
	readonly ruleId: string;
	/** `12:3`; absent where it is about the whole file. */
	readonly place?: string;
	/** For the editor: absolute path with line and column. */
	readonly target: string;
	/** Address of the page about the rule, where the site has it. */
	readonly helpHref?: string;
}

/** Messages between the two. */
export const APP_ID = 'handbook-parity';
/** From the browser: a path. */
export const ASK = `${APP_ID}:ask`;
/** From the server: a {@link PageReport}. */
export const REPORT = `${APP_ID}:report`;
/** From the server: a file was saved, ask again. */
export const SAVED = `${APP_ID}:saved`;
