/** A client that keeps its session cookie, as a browser does. */
export interface Visitor {
	get(path: string): Promise<string>;
	/** Resolves to the status. */
	post(path: string): Promise<number>;
	logIn(headers?: Readonly<Record<string, string>>): Promise<number>;
	/** `name=value` of the session cookie. */
	cookie(): string;
	/** `Set-Cookie` of the last answer; empty if there was none. */
	setCookie(): string;
}

/** What differs from a GET. */
interface Request {
	readonly method: string;
	readonly body?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** @param headers sent with each request; an empty value leaves one out */
export function visitor(
	port: number,
	cookie = '',
	headers: Readonly<Record<string, string>> = {},
): Visitor {
	let setCookie = '';
	async function send(path: string, init?: Request) {
		const all = { ...headers, ...init?.headers, ...(cookie && { Cookie: cookie }) };
		const sent = Object.entries(all).filter(([, value]) => value !== '');
		const answer = await fetch(`http://localhost:${port}${path}`, { ...init, headers: sent });
		[setCookie = ''] = answer.headers.getSetCookie();
		cookie = setCookie.split(';')[0] || cookie;
		return { status: answer.status, text: await answer.text() };
	}
	return {
		get: async (path) => (await send(path)).text,
		post: async (path) => (await send(path, { method: 'POST' })).status,
		async logIn(extra = {}) {
			const body = 'name=ada&password=correct';
			const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
			const init = { method: 'POST', body, headers: { ...type, ...extra } };
			return (await send('/login', init)).status;
		},
		cookie: () => cookie,
		setCookie: () => setCookie,
	};
}
