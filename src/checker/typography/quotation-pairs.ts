/** Indices of an opening mark and of the one that closes it. */
export interface MarkPair {
	readonly open: number;
	readonly close: number;
}

/** Quotations between two different marks, nested ones among them; marks without a partner are left out. */
export function quotationPairs(text: string, [open, close]: readonly [string, string]): MarkPair[] {
	const pairs: MarkPair[] = [];
	const waiting: number[] = [];
	for (let at = 0; at < text.length; at++)
		if (text[at] === open) waiting.push(at);
		else if (text[at] === close) {
			const begin = waiting.pop();
			if (begin !== undefined) pairs.push({ open: begin, close: at });
		}
	return pairs.sort((a, b) => a.open - b.open);
}

/** Quotations between straight marks, told from inches by what stands beside them. */
export function straightPairs(text: string): MarkPair[] {
	const pairs: MarkPair[] = [];
	let open: number | undefined;
	for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
		const [before = ' ', behind = ' '] = [text[at - 1], text[at + 1]];
		if (open !== undefined && /\S/.test(before) && !/[\p{L}\p{N}"]/u.test(behind)) {
			pairs.push({ open, close: at });
			open = undefined;
		} else if (
			OPENS_BEHIND.test(before + (text.endsWith('...', at) ? '…' : '')) &&
			/[^\s"]/.test(behind)
		)
			open = at;
	}
	return pairs;
}

const OPENS_BEHIND = /[\s([{—–\-/«“’'¿¡…]$/;

/** Tells whether an index lies within one of the pairs. */
export function withinPairs(text: string, pairs: readonly MarkPair[]): (at: number) => boolean {
	const steps = new Int32Array(text.length + 1);
	for (const { open, close } of pairs) {
		steps[open + 1]!++;
		steps[close]!--;
	}
	for (let at = 1; at < steps.length; at++) steps[at]! += steps[at - 1]!;
	return (at) => steps[at]! > 0;
}
