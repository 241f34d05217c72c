import { expect, test } from 'vitest';
import { asOf, releaseLines } from '../../src/releases.ts';
import { formatDay, formatVersions } from '../../src/site/locale-formats.ts';
import { stateFacts } from '../../src/site/releases/release-facts.ts';
import { releaseTable } from '../../src/site/releases/release-table.ts';

test('the days of a line are days, in their order', () => {
	const isDay = (day: string): boolean => new Date(day).toISOString().slice(0, 10) === day;
	expect(isDay(asOf)).toBe(true);
	for (const { line, released, lts, maintenance, endOfLife, measured } of releaseLines) {
		const days = [released, lts, maintenance, endOfLife].filter((day) => day !== undefined);
		expect(days.every(isDay), `${line}`).toBe(true);
		expect(days, `${line}`).toEqual(days.toSorted());
		if (measured) expect(measured).toMatch(new RegExp(`^${line}\\.\\d+\\.\\d+$`));
	}
});

test.each([
	['en', '3 July 2026', 'Node.js 22, 24 and 26', 'Node.js 24'],
	['fr', '3 juillet 2026', 'Node.js 22, 24 et 26', 'Node.js 24'],
	['pt-BR', '3 de julho de 2026', 'Node.js 22, 24 e 26', 'Node.js 24'],
	['es', '3 de julio de 2026', 'Node.js 22, 24 y 26', 'Node.js 24'],
])('days and versions in %s', (lang, day, several, one) => {
	expect(formatDay('2026-07-03', lang)).toBe(day);
	expect(formatDay(new Date('2026-07-03'), lang)).toBe(day);
	const unbroken = (text: string): string => text.replace('Node.js ', 'Node.js\u00a0');
	expect(formatVersions([22, 24, 26], lang)).toBe(unbroken(several));
	expect(formatVersions(['24'], lang)).toBe(unbroken(one));
});

test('facts take the place of directives, and of nothing else', () => {
	const [first, second] = releaseLines.filter(({ measured }) => measured);
	const minor = (version = ''): string => version.split('.').slice(0, 2).join('.');
	const both = `Node.js\u00a0${minor(first?.measured)} et ${minor(second?.measured)}`;
	const written = `Avec :node[${first?.line},${second?.line}] au :as-of.`;
	expect(stateFacts(written, 'fr')).toBe(`Avec ${both} au ${formatDay(asOf, 'fr')}.`);
	const others = 'At 12:30 :smile: on node:fs, :node, :node[1] and :as-of-then.';
	expect(stateFacts(others, 'en')).toBe(others);
});

test('each line has the status of the day', () => {
	const table = releaseTable({
		lang: 'es',
		status: (day) => `Estado el ${day}`,
		lts: 'Inicio',
		endOfLife: 'Fin',
		notReleased: 'Futura',
	});
	const [head, ...rows] = table
		.split('</tr>')
		.slice(0, -1)
		.map((row) => [...row.matchAll(/<t[hd]>([^<]*)/g)].map(([, cell]) => cell));
	expect(head).toEqual(['Node.js', `Estado el ${formatDay(asOf, 'es')}`, 'Inicio', 'Fin']);
	const status = (day: string | undefined, name: string): string[] =>
		day !== undefined && day <= asOf ? [name] : [];
	expect(rows).toEqual(
		releaseLines.map(({ line, codename, released, lts, maintenance, endOfLife }) => {
			const name = codename ? `${line} (${codename})` : `${line}`;
			const latest = [
				'Futura',
				...status(released, 'Current'),
				...status(lts, 'Active LTS'),
				...status(maintenance, 'Maintenance LTS'),
				...status(endOfLife, 'Fin'),
			].at(-1)!;
			return [name, latest, lts ?? '–', endOfLife];
		}),
	);
});
