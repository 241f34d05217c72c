import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rebaseTargets, resolveTarget } from '../../src/checker/links/relative-target.ts';
import { findings, folderOf, parity, told } from './parity-command.ts';

/** The layout of sites whose source language has no folder of its own. */
const ROOT = ['--source', 'docs/{page}', '--target', 'docs/{locale}/{page}', '--locales', 'fr'];

const ENGLISH = `---
title: Repair a bicycle
hero: ../../pictures/bicycle.png
---

import Film from '../../films/Film.astro';

Read [how a chain is kept](./chain.md) first, and look at [the licence](../../LICENSE).

![A bicycle on its stand](../../pictures/stand.png)

<Film src="../../films/wheel.mp4" />

<img src="../../pictures/wheel.png" alt="The wheel, taken off" />

The [drawing of the brake][brake] is large.

[brake]: ../../pictures/brake.png
`;
const FRENCH = `---
title: Réparer un vélo
hero: ../../../pictures/bicycle.png
---

import Film from '../../../films/Film.astro';

Lisez d’abord [comment entretenir une chaîne](./chain.md), et voyez [la licence](../../../LICENSE).

![Un vélo sur son pied](../../../pictures/stand.png)

<Film src="../../../films/wheel.mp4" />

<img src="../../../pictures/wheel.png" alt="La roue démontée" />

Le [dessin du frein][brake] est grand.

[brake]: ../../../pictures/brake.png
`;

test('a translation that lies deeper reaches the same files on another way', () => {
	const files = { 'docs/guide/bicycle.mdx': ENGLISH, 'docs/fr/guide/bicycle.mdx': FRENCH };
	expect(told(findings(folderOf(files), ROOT))).toEqual([]);
});

test('as deep as its source, it may reach what its generator puts in the same place', () => {
	const files = {
		'docs/guide/bicycle.mdx': ENGLISH,
		'i18n/fr/docs/current/guide/bicycle.mdx': FRENCH.replaceAll('../../../', '../../'),
	};
	const where = ['--source', 'docs/{page}', '--target', 'i18n/{locale}/docs/current/{page}'];
	expect(told(findings(folderOf(files), [...where, '--locales', 'fr']))).toEqual([]);
});

test('it may begin at the root of the site instead', () => {
	const english = '# Brakes\n\nSee [chains](../guide/chain.md).\n\n![A brake](../img/brake.png)\n';
	const french = (root: string) =>
		`# Freins\n\nVoir les [chaînes](${root}/guide/chain.md).\n\n![Un frein](${root}/img/brake.png)\n`;
	const inRoot = (root: string) =>
		told(
			findings(
				folderOf({ 'docs/guide/brakes.md': english, 'docs/fr/guide/brakes.md': french(root) }),
				ROOT,
			),
		);
	expect(inRoot('')).toEqual([]);
	expect(inRoot('/fr')).toEqual([]);
	expect(inRoot('/shop')).toEqual([
		'docs/fr/guide/brakes.md link-drift',
		'docs/fr/guide/brakes.md image-target',
	]);
});

test('one folder too many is a difference', () => {
	const files = {
		'docs/guide/bicycle.mdx': ENGLISH,
		'docs/fr/guide/bicycle.mdx': FRENCH.replaceAll('../../../', '../../../../'),
	};
	expect(new Set(told(findings(folderOf(files), ROOT)))).toEqual(
		new Set([
			'docs/fr/guide/bicycle.mdx frontmatter-drift',
			'docs/fr/guide/bicycle.mdx link-drift',
			'docs/fr/guide/bicycle.mdx image-target',
			'docs/fr/guide/bicycle.mdx component-drift',
		]),
	);
});

test('languages that link to each other', () => {
	const english =
		'# Bicycles\n\nEnglish · [Français](docs/fr/README.md) · [Deutsch](docs/de/README.md)\n';
	const french = '# Vélos\n\n[English](../../README.md) · Français · [Deutsch](../de/README.md)\n';
	const files = { 'README.md': english, 'docs/fr/README.md': french };
	const where = ['--source', '{page}', '--target', 'docs/{locale}/{page}', '--locales', 'fr'];
	expect(told(findings(folderOf(files), where))).toEqual([]);
});

test('`new` and `fix` write ways that lead there', () => {
	const folder = folderOf({ 'docs/guide/bicycle.mdx': ENGLISH });
	expect(parity(folder, ['new', 'fr', 'guide/bicycle', ...ROOT]).status).toBe(0);
	const path = join(folder, 'docs/fr/guide/bicycle.mdx');
	const targets = (text: string) => text.match(/(?:\.\.?\/)+[\w./-]+/g);
	expect(targets(readFileSync(path, 'utf8'))).toEqual(targets(FRENCH));

	const broken = FRENCH.replaceAll(/(?<!from ')\.\.\/\.\.\/\.\.\//g, '../../../../').replace(
		'\n![Un vélo sur son pied](../../../../pictures/stand.png)\n',
		'',
	);
	const other = folderOf({
		'docs/guide/bicycle.mdx': ENGLISH,
		'docs/fr/guide/bicycle.mdx': broken,
	});
	expect(parity(other, ['fix', ...ROOT]).stderr).toBe('');
	expect(targets(readFileSync(join(other, 'docs/fr/guide/bicycle.mdx'), 'utf8'))).toEqual(
		targets(FRENCH),
	);
});

test.each([
	['../b.png?x#y', 'docs/guide/a.md', 'docs/b.png?x#y'],
	['./b.md', 'docs/guide/a.md', 'docs/guide/b.md'],
	['b.md', 'a.md', 'b.md'],
	['../../../b.md', 'docs/a.md', '../../b.md'],
	['/b.md', 'docs/a.md', undefined],
	['https://example.org/b', 'docs/a.md', undefined],
	['//example.org/b', 'docs/a.md', undefined],
	['mailto:a@example.org', 'docs/a.md', undefined],
	['#b', 'docs/a.md', undefined],
])('%s on %s leads to %s', (url, page, expected) => {
	expect(resolveTarget(url, page)).toBe(expected);
});

test.each([
	['[a](../x.md)', 'docs/guide/a.md', 'docs/fr/guide/a.md', '[a](../x.md)'],
	['[a](../../x.md)', 'docs/guide/a.md', 'docs/fr/guide/a.md', '[a](../../../x.md)'],
	['[a](<../../x y.md>)', 'docs/guide/a.md', 'docs/fr/guide/a.md', '[a](<../../../x y.md>)'],
	['[a](../../x.md)', 'content/en/a.md', 'content/fr/a.md', '[a](../../x.md)'],
	['[a](../x.md)', 'docs/fr/a.md', 'docs/a.md', '[a](./x.md)'],
	['the folder ../../x', 'docs/guide/a.md', 'docs/fr/guide/a.md', 'the folder ../../x'],
])('%s from %s to %s is %s', (text, from, to, expected) => {
	expect(rebaseTargets(text, from, to)).toBe(expected);
});
