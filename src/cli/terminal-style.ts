/** Wider lines are hard to read. */
const MOST_COLUMNS = 120;

/**
 * What the terminal shows, if there is one.
 *
 * @param usual columns of a terminal that does not tell, and of a file
 */
export function terminalStyle(usual: number): {
	readonly color: boolean;
	readonly width: number;
} {
	const { stdout } = process;
	return {
		color: stdout.isTTY && stdout.hasColors(),
		width: Math.min(stdout.columns || usual, MOST_COLUMNS),
	};
}
