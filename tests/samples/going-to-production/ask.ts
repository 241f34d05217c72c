import { get, type Agent, type OutgoingHttpHeaders } from 'node:http';

export interface AskOptions {
	/** Keeps the connection, where it does so; without one, each request has a connection of its own. */
	readonly agent?: Agent;
	readonly headers?: OutgoingHttpHeaders;
	/** Milliseconds to wait for the answer. */
	readonly limit?: number;
}

/**
 * Status of the whole answer, or the code of the error instead of one: `ECONNRESET`, or `ABORT_ERR`
 * at the limit.
 */
export function ask(
	url: string,
	{ agent, headers = {}, limit = 60_000 }: AskOptions = {},
): Promise<number | string> {
	return new Promise((resolve) => {
		const fail = ({ code }: NodeJS.ErrnoException): void => {
			resolve(code ?? 'unknown');
		};
		const signal = AbortSignal.timeout(limit);
		get(url, { agent: agent ?? false, headers, signal }, (answer) => {
			answer.once('error', fail).once('end', () => {
				resolve(answer.statusCode!);
			});
			answer.resume();
		}).once('error', fail);
	});
}
