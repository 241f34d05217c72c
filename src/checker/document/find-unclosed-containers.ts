import { MOST_LEVELS } from '../markdown-tree.ts';
import type { ContainerMark } from './container-marks.ts';

/** A container by its marks; one without its end is open. */
export interface Container {
	readonly opening: ContainerMark;
	readonly closing: ContainerMark | undefined;
}

/** A container of a translation that nothing closes, and that of the source in its place. */
export interface OpenContainer {
	readonly opening: ContainerMark;
	readonly counterpart: Container & { readonly closing: ContainerMark };
}

/**
 * The containers that a translation opens and does not close. Only as many as it has fewer closings
 * than its source, and only of those that the source closes each time: many elements of HTML need
 * no end.
 */
export function findUnclosedContainers(
	source: readonly ContainerMark[],
	target: readonly ContainerMark[],
): OpenContainer[] {
	const theirs = pairMarks(target);
	const found: OpenContainer[] = [];
	for (const [key, { containers, isWhole }] of pairMarks(source)) {
		const others = theirs.get(key)?.containers ?? [];
		let lost = isWhole ? containers.length - others.filter(({ closing }) => closing).length : 0;
		for (const [index, { opening, closing }] of others.entries()) {
			const counterpart = containers[index];
			if (closing || lost <= 0 || !counterpart?.closing) continue;
			found.push({ opening, counterpart: { ...counterpart, closing: counterpart.closing } });
			lost--;
		}
	}
	return found.sort((a, b) => a.opening.from - b.opening.from);
}

interface Containers {
	/** In the order of their openings. */
	readonly containers: Container[];
	/** Whether each opening has its closing, and each closing its opening. */
	isWhole: boolean;
}

/** The containers of each key. */
function pairMarks(marks: readonly ContainerMark[]): Map<string, Containers> {
	const closings = new Map<ContainerMark, ContainerMark>();
	const open = new Map<string, ContainerMark[]>();
	const pairs = new Map<string, Containers>();
	for (const mark of marks) {
		// Directives may have more marks than those within them, and so close each other.
		const family = mark.key.startsWith(':') ? ':' : mark.key;
		let waiting = open.get(family);
		if (!waiting) open.set(family, (waiting = []));
		if (!mark.isClosing) waiting.push(mark);
		else {
			const opening = closeOne(waiting, mark.key);
			if (opening) closings.set(opening, mark);
			else pairs.set(mark.key, { containers: [], isWhole: false });
		}
	}
	for (const opening of marks) {
		if (opening.isClosing) continue;
		let all = pairs.get(opening.key);
		if (!all) pairs.set(opening.key, (all = { containers: [], isWhole: true }));
		const closing = closings.get(opening);
		all.containers.push({ opening, closing });
		if (!closing) all.isWhole = false;
	}
	return pairs;
}

/** Takes what a mark closes from what is open: as many colons, or fewer where nothing has as many. */
function closeOne(open: ContainerMark[], key: string): ContainerMark | undefined {
	if (!key.startsWith(':')) return open.pop();
	const lowest = Math.max(0, open.length - MOST_LEVELS);
	let index = open.length - 1;
	while (index >= lowest && open[index]!.key.length < key.length) index--;
	if (open[index]?.key === key) return open.splice(index)[0];
	return index < open.length - 1 ? open.pop() : undefined;
}
