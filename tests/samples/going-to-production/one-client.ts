/** What one client does that reaches another instance with each request, as behind a load balancer. */

/** Asks the ports for `/visits` in turn, keeping its cookie. Returns the counts. */
export async function countVisits(ports: readonly number[]): Promise<number[]> {
	const counts: number[] = [];
	let cookie = '';
	for (const port of ports) {
		const answer = await fetch(`http://localhost:${port}/visits`, { headers: { cookie } });
		cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
		counts.push(Number(await answer.text()));
	}
	return counts;
}

/** Uploads a file in a form. Returns where it is from now on, or fails with the status. */
export async function upload(port: number, bytes: number): Promise<string> {
	const body = new FormData();
	body.set('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg');
	const answer = await fetch(`http://localhost:${port}/files`, { method: 'POST', body });
	if (answer.status !== 201) throw new Error(`The upload was answered with ${answer.status}`);
	return (await answer.text()).trim();
}

/** Statuses of the path at each of the ports. */
export async function readFrom(ports: readonly number[], path: string): Promise<number[]> {
	const statuses: number[] = [];
	for (const port of ports) {
		const answer = await fetch(`http://localhost:${port}${path}`);
		await answer.arrayBuffer();
		statuses.push(answer.status);
	}
	return statuses;
}
