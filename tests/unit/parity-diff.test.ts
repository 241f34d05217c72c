import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { wordDifference } from '../../src/reporters/word-difference.ts';
import { commit, git } from './git-command.ts';
import { FOLDERS, folderOf, parity } from './parity-command.ts';

const options = [...FOLDERS, '--locales', 'fr,es'];
const SOURCE = `---
title: Take orders
---

An order is stored before it is confirmed.

## Store

The service writes each order to the database,
then answers the browser.

\`\`\`js
await store.save(order);

confirm(order);
\`\`\`

## Retry

An order that fails is tried three times.

## Stop

Send \`SIGTERM\`.
`;
const TRANSLATION = `---
title: Prendre les commandes
---

Une commande est enregistrée avant d’être confirmée.

## Enregistrer

Le service écrit chaque commande dans la base, puis répond au navigateur.

\`\`\`js
await store.save(order);

confirm(order);
\`\`\`

## Réessayer

Une commande en échec est tentée trois fois.

## Arrêter

Envoyez \`SIGTERM\`.
`;

/** A repository in which a translation was recorded. */
function recorded(): string {
	const folder = folderOf({ 'en/take.md': SOURCE, 'fr/take.md': TRANSLATION });
	parity(folder, ['sync', 'fr', ...options]);
	commit(folder, 'Translate');
	return folder;
}

function change(folder: string, from: string | RegExp, to: string, path = 'en/take.md'): void {
	const text = readFileSync(join(folder, path), 'utf8');
	expect(text).toMatch(from);
	writeFileSync(join(folder, path), text.replace(from, to));
}

function diff(folder: string, ...args: readonly string[]): string {
	const { status, stdout, stderr } = parity(folder, ['diff', ...args, ...options]);
	expect([status, stderr]).toEqual([0, '']);
	return stdout;
}

test('it shows the words that changed, section by section', () => {
	const folder = recorded();
	change(folder, 'three times', 'five times');
	commit(folder, 'Try five times');
	change(folder, 'title: Take orders', 'title: Take an order');
	commit(folder, 'Say it in the singular');
	change(folder, 'database,\nthen', 'database, then');
	change(folder, 'confirm(order);', 'confirm(order, { now: true });');
	change(folder, /## Stop[^]*/, '## Watch\n\nRead the log.\n\n## Rest\n\nSleep.\n');
	expect(diff(folder, 'take', '--locale', 'fr')).toMatchInlineSnapshot(`
		"What changed in en/take.md since fr/take.md was recorded

		Above the first heading: changed

		    title: Take [-orders-]{+an order+}

		Store: changed

		    \`\`\`js
		    await store.save(order);

		    confirm(order{+, { now: true }+});
		    \`\`\`

		Retry: changed

		    An order that fails is tried [-three-]{+five+} times.

		Watch: renamed from Stop

		    [-## Stop-]
		    {+## Watch+}

		    [-Send \`SIGTERM\`.-]
		    {+Read the log.+}

		Rest: new

		    {+## Rest+}

		    {+Sleep.+}

		5 sections. Once a translation says the same, record it with \`npx parity sync fr/take.md\`.
		"
	`);
});

test('what is not committed yet counts as today’s text', () => {
	const folder = recorded();
	change(folder, 'three', 'five');
	expect(diff(folder, 'take', '--locale', 'fr')).toContain('tried [-three-]{+five+} times');
});

test('sections that were recorded at different times are compared with their own past', () => {
	const folder = recorded();
	change(folder, 'three', 'five');
	change(folder, 'before it', 'and then it');
	commit(folder, 'Change two');
	parity(folder, ['sync', 'fr', '--section', 'retry', ...options]);
	commit(folder, 'Translate one');
	change(folder, 'five', 'nine');
	commit(folder, 'Change again');
	const shown = diff(folder, 'take', '--locale', 'fr');
	expect(shown).toContain('[-five-]{+nine+}');
	expect(shown).toContain('[-before-]{+and then+} it');
});

test('a page is named in many ways; the path of a translation means its language', () => {
	const folder = recorded();
	change(folder, 'three', 'five');
	for (const name of ['take', 'take.md', 'en/take.md', join(folder, 'en/take.md')]) {
		expect(diff(folder, name)).toContain('[-three-]{+five+}');
		expect(diff(folder, name)).toContain('es/take.md: not translated yet.');
	}
	expect(diff(folder, 'fr/take.md')).toContain('[-three-]{+five+}');
	expect(diff(folder, 'fr/take.md')).not.toContain('es/');
});

test('translations that were made from the same text are told once', () => {
	const folder = recorded();
	const text = readFileSync(join(folder, 'fr/take.md'));
	mkdirSync(join(folder, 'es'));
	writeFileSync(join(folder, 'es/take.md'), text);
	change(folder, 'three', 'five');
	const shown = diff(folder, 'take');
	expect(shown).toContain('since these were recorded:\n  fr/take.md\n  es/take.md\n');
	expect(shown.match(/\[-three-\]/g)).toHaveLength(1);
});

test('nothing changed, and no record, are said', () => {
	const folder = recorded();
	expect(diff(folder, 'take', '--locale', 'fr')).toBe(
		'fr/take.md: nothing changed in en/take.md since it was recorded.\n',
	);
	change(folder, /parity:\n(?: {2}.*\n)+/, '', 'fr/take.md');
	expect(diff(folder, 'fr/take.md')).toBe(
		'fr/take.md: it has no record of what it was made from. Once it matches its source, run `npx parity sync fr/take.md`.\n',
	);
	change(folder, '---\n', '---\nparity: yes\n', 'fr/take.md');
	expect(diff(folder, 'fr/take.md')).toContain('its record cannot be read');
});

describe('sections are named where their earlier text is not known:', () => {
	const named = (folder: string): string => {
		change(folder, 'three', 'five');
		const shown = diff(folder, 'fr/take.md');
		expect(shown).not.toContain('[-');
		return shown.split('\n')[2]!;
	};

	test('outside a repository', () => {
		const folder = recorded();
		rmSync(join(folder, '.git'), { recursive: true });
		expect(named(folder)).toBe(
			'Retry: changed; its earlier text is not known, since no git repository holds this page',
		);
	});

	test('without git', () => {
		const folder = recorded();
		change(folder, 'three', 'five');
		const { status, stdout } = parity(folder, ['diff', 'fr/take.md', ...options], {
			PATH: '',
			Path: '',
		});
		expect(status).toBe(0);
		expect(stdout).toContain('since git is not installed');
	});

	test('in a page that was never committed', () => {
		const folder = recorded();
		rmSync(join(folder, '.git'), { recursive: true });
		git(folder, 'init', '--quiet');
		expect(named(folder)).toContain('since this page was never committed');
	});

	test('in a history that was rewritten', () => {
		const folder = recorded();
		rmSync(join(folder, '.git'), { recursive: true });
		change(folder, 'three', 'four');
		commit(folder, 'Begin again');
		change(folder, 'four', 'three');
		expect(named(folder)).toContain('in no version that git has of this page');
	});

	test('in a shallow clone', () => {
		const folder = recorded();
		change(folder, 'three', 'four');
		commit(folder, 'Change');
		const clone = join(folderOf({}), 'clone');
		git(folder, 'clone', '--quiet', '--depth', '1', pathToFileURL(folder).href, clone);
		expect(diff(clone, 'fr/take.md')).toContain(
			'Retry: changed; its earlier text is not in this clone; fetch more with `git fetch --unshallow`',
		);
	});
});

describe('the history is followed', () => {
	test('through renames of the page', () => {
		const folder = recorded();
		for (const locale of ['en', 'fr'])
			renameSync(join(folder, locale, 'take.md'), join(folder, locale, 'accept [1].md'));
		commit(folder, 'Rename');
		change(folder, 'three', 'five', 'en/accept [1].md');
		expect(diff(folder, 'accept [1]')).toContain('[-three-]{+five+}');
	});

	test('far back, without a process for each version', { timeout: 60_000 }, () => {
		const folder = recorded();
		const blob = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
		const versions = Array.from({ length: 2000 }, (_, index) =>
			[
				`commit refs/heads/main\ncommitter A <a@example.org> ${1_700_000_000 + index} +0000\n`,
				blob('Change'),
				index === 0 ? 'from refs/heads/main^0\n' : '',
				`M 100644 inline en/take.md\n${blob(SOURCE.replace('three', `${index + 4}`))}`,
			].join(''),
		);
		execFileSync('git', ['fast-import', '--quiet'], { cwd: folder, input: versions.join('') });
		git(folder, 'reset', '--quiet', '--hard');
		const started = performance.now();
		expect(diff(folder, 'take')).toContain('[-three-]{+2003+}');
		expect(performance.now() - started).toBeLessThan(20_000);
	});

	test('into what a merge alone has', () => {
		const folder = recorded();
		git(folder, 'switch', '--quiet', '--create', 'side');
		change(folder, 'three', 'four');
		commit(folder, 'On the side');
		git(folder, 'switch', '--quiet', 'main');
		change(folder, 'three', 'five');
		commit(folder, 'On main');
		expect(() => git(folder, 'merge', 'side')).toThrow();
		change(folder, /<{7}[^]*>{7}.*/, 'An order that fails is tried six times.');
		commit(folder, 'Merge');
		parity(folder, ['sync', 'fr', ...options]);
		change(folder, 'six', 'seven');
		commit(folder, 'Again');
		expect(diff(folder, 'take')).toContain('[-six-]{+seven+}');
	});
});

test('what it cannot make sense of is told with the nearest name', () => {
	const folder = recorded();
	const refusal = (...args: string[]): string => {
		const { status, stdout, stderr } = parity(folder, ['diff', ...args, ...options]);
		expect([status, stdout]).toEqual([2, '']);
		return stderr;
	};
	expect(refusal()).toContain('It is not said which page to compare.');
	expect(refusal('tkae')).toContain('Did you mean `take.md`?');
	expect(refusal('take', '--locale', 'fra')).toContain('Did you mean `fr`?');
	expect(refusal('take', '--locals', 'fr')).toContain('Did you mean `--locale');
	writeFileSync(join(folder, 'en/take.md'), Uint8Array.of(0xff, 0xfe));
	expect(refusal('take')).toContain('The source page `en/take.md` cannot be read.');
});

describe('a word-level difference', () => {
	const shown = (before: string, after: string): string =>
		wordDifference(before, after, false).join('\n');

	test('shows changed paragraphs only, and not how they are wrapped', () => {
		expect(
			shown(
				'One.\n\nTwo words\nhere.\n\nWait for three.',
				'One.\n\nTwo words here.\n\nWait for four.',
			),
		).toBe('Wait for [-three-]{+four+}.');
	});

	test('tells indentation in code', () => {
		expect(shown('```yaml\na:\n  b: 1\n```', '```yaml\na:\nb: 1\n```')).toBe(
			'```yaml\na:\n[-  -]b: 1\n```',
		);
	});

	test('tells letters of every script', () => {
		expect(shown('Заказ сохраняется до ответа.', 'Заказ сохраняется после ответа.')).toBe(
			'Заказ сохраняется [-до-]{+после+} ответа.',
		);
		expect(shown('注文は三回試します。', '注文は五回試します。')).toBe(
			'注文は[-三-]{+五+}回試します。',
		);
	});

	test('keeps neighbouring words together, and unlike texts apart', () => {
		expect(shown('It is tried three times a day here.', 'It is tried five hours a day here.')).toBe(
			'It is tried [-three times-]{+five hours+} a day here.',
		);
		expect(shown('Send the signal and wait.', 'Nobody reads logs on Sundays.')).toBe(
			'[-Send the signal and wait.-]\n{+Nobody reads logs on Sundays.+}',
		);
	});

	test('of a long block shows what is near a change', () => {
		const lines = Array.from({ length: 40 }, (_, index) => `line${index};`);
		const code = (text: readonly string[]): string => ['```js', ...text, '```'].join('\n');
		expect(shown(code(lines), code(lines.with(20, 'other20;')))).toBe(
			['…', 'line18;', 'line19;', '[-line20-]{+other20+};', 'line21;', 'line22;', '…'].join('\n'),
		);
	});

	test('is coloured on a terminal, and cannot move its cursor', () => {
		const [line] = wordDifference('a b \u001b[2J d', 'a c \u001b[2J d', true);
		expect(line).toBe(
			'a \u001b[31m\u001b[9mb\u001b[29m\u001b[39m\u001b[32mc\u001b[39m \\u001b[2J d',
		);
	});

	test('ends soon, whatever it is given', () => {
		const words = (seed: number): string =>
			Array.from({ length: 60_000 }, (_, index) => `w${(index * seed) % 9973}`).join(' ');
		const started = performance.now();
		expect(shown(words(7), words(11))).not.toBe('');
		expect(performance.now() - started).toBeLessThan(5000);
	});
});
