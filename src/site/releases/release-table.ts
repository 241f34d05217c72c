import { asOf, releaseLines, type ReleaseLine } from '../../releases.ts';
import { formatDay } from '../locale-formats.ts';

/** Words of the table that are translated; the statuses of lines that live are names. */
export interface ReleaseWords {
	readonly lang: string;
	/** Heading of the statuses on a day. */
	status(day: string): string;
	readonly lts: string;
	readonly endOfLife: string;
	readonly notReleased: string;
}

/** The release lines as a table of HTML: names, statuses and days. */
export function releaseTable(words: ReleaseWords): string {
	const head = ['Node.js', words.status(formatDay(asOf, words.lang)), words.lts, words.endOfLife];
	const rows = releaseLines.map((line) => [
		line.codename ? `${line.line} (${line.codename})` : String(line.line),
		statusOf(line, words),
		line.lts ?? '–',
		line.endOfLife,
	]);
	const body = rows.map((cells) => rowOf('td', cells)).join('');
	return `<table class="releases"><thead>${rowOf('th', head)}</thead><tbody>${body}</tbody></table>`;
}

function rowOf(element: 'th' | 'td', cells: readonly string[]): string {
	return `<tr>${cells.map((cell) => `<${element}>${cell}</${element}>`).join('')}</tr>`;
}

function statusOf({ released, lts, maintenance, endOfLife }: ReleaseLine, words: ReleaseWords) {
	const isPast = (day: string | undefined): boolean => day !== undefined && day <= asOf;
	if (isPast(endOfLife)) return words.endOfLife;
	if (isPast(maintenance)) return 'Maintenance LTS';
	if (isPast(lts)) return 'Active LTS';
	return isPast(released) ? 'Current' : words.notReleased;
}
