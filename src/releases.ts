/** A release line of Node.js, with the days on which it changes its status. */
export interface ReleaseLine {
	readonly line: number;
	/** Name of a line with long-term support, once it has one: `Krypton`. */
	readonly codename?: string;
	/** Days as `2026-11-20`. A line without `lts` never has long-term support. */
	readonly released: string;
	readonly lts?: string;
	readonly maintenance?: string;
	readonly endOfLife: string;
	/** The version that measured figures of the handbook are from; lines without are not measured. */
	readonly measured?: string;
}

/** The day for which the handbook states what is current. */
export const asOf = '2026-11-20';

/**
 * What the pages say of Node.js releases, in one place: an edit here changes every page in every
 * language. Dates are those of https://github.com/nodejs/Release.
 */
export const releaseLines: readonly ReleaseLine[] = [
	{
		line: 20,
		codename: 'Iron',
		released: '2023-04-18',
		lts: '2023-10-24',
		maintenance: '2024-10-22',
		endOfLife: '2026-04-30',
	},
	{
		line: 22,
		codename: 'Jod',
		released: '2024-04-24',
		lts: '2024-10-29',
		maintenance: '2025-10-21',
		endOfLife: '2027-04-30',
		measured: '22.23.3',
	},
	{
		line: 24,
		codename: 'Krypton',
		released: '2025-05-06',
		lts: '2025-10-28',
		maintenance: '2026-10-20',
		endOfLife: '2028-04-30',
		measured: '24.21.0',
	},
	{
		line: 26,
		codename: 'Lithium',
		released: '2026-05-05',
		lts: '2026-10-28',
		maintenance: '2027-10-20',
		endOfLife: '2029-04-30',
		measured: '26.10.0',
	},
	{ line: 27, released: '2027-04-22', lts: '2027-10-20', endOfLife: '2030-04-30' },
];
