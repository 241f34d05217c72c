import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

const SECRET = 'made-up-secret-of-this-object-store';

/**
 * Objects in memory, to be written and read with presigned URLs. It computes each signature (AWS
 * Signature Version 4) anew from what arrived; it is no object store of anybody else's.
 */
export interface ObjectStore {
	/** Environment in which the AWS SDK signs for this store. */
	readonly env: Readonly<Record<string, string>>;
	/** What was stored, by `/<bucket>/<key>`. */
	readonly objects: ReadonlyMap<string, Buffer>;
	/** Lets time pass for the expiry of URLs. */
	pass(seconds: number): void;
	stop(): void;
}

export async function startObjectStore(): Promise<ObjectStore> {
	const objects = new Map<string, Buffer>();
	let ahead = 0;
	const server = createServer((req, res) => {
		void buffer(req).then((body) => {
			const url = new URL(req.url!, 'http://store');
			const refusal = refuse(req, url, Date.now() + ahead);
			if (refusal) return res.writeHead(403).end(refusal);
			if (req.method !== 'PUT') return res.writeHead(405).end();
			objects.set(url.pathname, body);
			return res.end();
		});
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return {
		env: {
			AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
			AWS_REGION: 'eu-central-1',
			AWS_ACCESS_KEY_ID: 'made-up-key',
			AWS_SECRET_ACCESS_KEY: SECRET,
			UPLOAD_BUCKET: 'pictures',
		},
		objects,
		pass(seconds) {
			ahead += seconds * 1_000;
		},
		stop() {
			server.close();
			server.closeAllConnections();
		},
	};
}

/** What a store answers to a URL that does not permit this request now. */
function refuse(req: IncomingMessage, url: URL, now: number): string | undefined {
	const query = url.searchParams;
	const date = query.get('X-Amz-Date') ?? '';
	const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
	const signed = Date.parse(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
	// `NaN`, from a date that is missing, is in no range.
	if (!(now <= signed + Number(query.get('X-Amz-Expires')) * 1_000)) return 'AccessDenied';
	return query.get('X-Amz-Signature') === signature(req, url, date)
		? undefined
		: 'SignatureDoesNotMatch';
}

function signature(req: IncomingMessage, url: URL, date: string): string {
	const names = url.searchParams.get('X-Amz-SignedHeaders') ?? '';
	const [, ...scope] = (url.searchParams.get('X-Amz-Credential') ?? '').split('/');
	const query = [...url.searchParams]
		.filter(([name]) => name !== 'X-Amz-Signature')
		.map(([name, value]) => `${encode(name)}=${encode(value)}`)
		.sort();
	const headers = names.split(';').map((name) => `${name}:${String(req.headers[name]).trim()}\n`);
	const request = [
		req.method,
		url.pathname,
		query.join('&'),
		headers.join(''),
		names,
		'UNSIGNED-PAYLOAD',
	].join('\n');
	const hash = createHash('sha256').update(request).digest('hex');
	let key: string | Buffer = `AWS4${SECRET}`;
	for (const part of scope) key = hmac(key, part).digest();
	return hmac(key, ['AWS4-HMAC-SHA256', date, scope.join('/'), hash].join('\n')).digest('hex');
}

function hmac(key: string | Buffer, text: string) {
	return createHmac('sha256', key).update(text);
}

/** RFC 3986, which leaves fewer characters as they are than `encodeURIComponent`. */
function encode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
