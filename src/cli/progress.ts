/** Milliseconds after which somebody who waits wants to know. */
const PATIENCE = 1000;
const INTERVAL = 100;

export interface Progress {
	readonly show: (done: number, all: number) => void;
	readonly clear: () => void;
}

/** A line on the terminal that tells how far a long run has come; silent elsewhere. */
export function createProgress(): Progress {
	const started = performance.now();
	let shown = 0;
	return {
		show: (done, all) => {
			const now = performance.now();
			if (!process.stderr.isTTY || now - started < PATIENCE || now - shown < INTERVAL) return;
			shown = now;
			process.stderr.write(`\r\u001b[K${done} of ${all} pages checked`);
		},
		clear: () => {
			if (shown > 0) process.stderr.write('\r\u001b[K');
		},
	};
}
