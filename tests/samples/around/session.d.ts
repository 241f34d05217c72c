import 'express-session';

declare module 'express-session' {
	/** What the samples keep in a session. */
	interface SessionData {
		visits: number;
		userId: string;
		/** Time of the login. */
		startedAt: number;
	}
}
