import { describe, expect, test } from 'vitest';
import { findingsIn, repaired, unseen, visible } from './repair.ts';

/** Text as it was written, and as it should be; `°` is U+00A0 and `¦` is U+202F. */
const repairs: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
	fr: [
		// Spaces before marks.
		['Note: une commande', 'Note°: une commande'],
		['Note : une commande', 'Note°: une commande'],
		['Une liste\\: oui', 'Une liste°\\: oui'],
		['Pourquoi ? Parce que oui !', 'Pourquoi¦? Parce que oui¦!'],
		['Pourquoi?', 'Pourquoi¦?'],
		['Vraiment?! Non...?', 'Vraiment¦?! Non…¦?'],
		['une file ; une autre', 'une file¦; une autre'],
		['# Pourquoi une file ?', '# Pourquoi une file¦?'],
		[
			'le [guide](https://orders.example/guide) : court',
			'le [guide](https://orders.example/guide)°: court',
		],
		['**Attention** : lent', '**Attention**°: lent'],
		['**Attention**: lent', '**Attention**°: lent'],
		['**Attention :** lent', '**Attention°:** lent'],
		['le [guide](a.md): court', 'le [guide](a.md)°: court'],
		['[Pourquoi ?](a.md)', '[Pourquoi¦?](a.md)'],
		['la commande `npm ci`: rapide', 'la commande `npm ci`°: rapide'],
		['Les commandes (toutes): ici', 'Les commandes (toutes)°: ici'],
		['note[^1] : ici\n\n[^1]: Vu ?', 'note[^1]°: ici\n\n[^1]: Vu¦?'],
		['une commande , puis une autre', 'une commande, puis une autre'],
		['une commande  puis une autre', 'une commande puis une autre'],
		['<b>Attention</b> : lent', '<b>Attention</b>°: lent'],
		['![Le schéma : en bref](a.png)', '![Le schéma°: en bref](a.png)'],
		['<img src="a.png" alt="Le schéma : en bref">', '<img src="a.png" alt="Le schéma°: en bref">'],
		[
			'| Quoi ? | Oui |\n| --- | --- |\n| a | b ! |',
			'| Quoi¦? | Oui |\n| --- | --- |\n| a | b¦! |',
		],
		['> - Quoi ?\n>   Ceci ; cela', '> - Quoi¦?\n>   Ceci¦; cela'],
		[':::note[Attention : lent]\nOui !\n:::', ':::note[Attention°: lent]\nOui¦!\n:::'],
		['> [!NOTE] Attention : lent\n> Oui !', '> [!NOTE] Attention°: lent\n> Oui¦!'],
		// Quotation marks and apostrophes.
		['un "cache" local', 'un «°cache°» local'],
		['un “cache” local', 'un «°cache°» local'],
		['un « cache » local', 'un «°cache°» local'],
		['un «cache» local', 'un «°cache°» local'],
		['un **"cache"** local', 'un **«°cache°»** local'],
		['"**cache** local"', '«°**cache** local°»'],
		['«°le "cache" local°»', '«°le “cache” local°»'],
		['il dit "pourquoi ?" et "non"', 'il dit «°pourquoi¦?°» et «°non°»'],
		["l’ordre et l'état, qu'il lit", 'l’ordre et l’état, qu’il lit'],
		// Other marks.
		['et ainsi de suite...', 'et ainsi de suite…'],
		['rapide, simple, et sûr.', 'rapide, simple et sûr.'],
		['`get`, `put`, ou `patch`.', '`get`, `put` ou `patch`.'],
		// Numbers.
		['la moitié, 50 % ou 50%', 'la moitié, 50°% ou 50°%'],
		['512 Mo et 512Mo en 30 s', '512°Mo et 512°Mo en 30°s'],
		['environ 6.7 s et 2.5 Go', 'environ 6,7°s et 2,5°Go'],
		['soit 1 500 000 ms', 'soit 1¦500¦000°ms'],
		['de 5 à 10 min', 'de 5 à 10°min'],
	],
	es: [
		['Nota : una orden', 'Nota: una orden'],
		['Nota° ; una orden', 'Nota; una orden'],
		['**Nota** : una [orden](a.md) ; fin', '**Nota**: una [orden](a.md); fin'],
		['¿Por qué ? Porque sí.', '¿Por qué? Porque sí.'],
		['Quién guarda esto aquí?', '¿Quién guarda esto aquí?'],
		['Listo. Quién lo guarda? Nada!', 'Listo. ¿Quién lo guarda? ¡Nada!'],
		['## Quién lo guarda?', '## ¿Quién lo guarda?'],
		['**Qué** se rompe?', '¿**Qué** se rompe?'],
		['una "cola" local', 'una «cola» local'],
		['una “cola” local', 'una «cola» local'],
		['una « cola » local', 'una «cola» local'],
		['«la "cola" local»', '«la “cola” local»'],
		['y así...', 'y así…'],
		['rápido, simple, y seguro.', 'rápido, simple y seguro.'],
		['la mitad, 50 % o 50%', 'la mitad, 50°% o 50°%'],
		['512 MiB en 6.7 s', '512°MiB en 6,7°s'],
	],
	'es-MX': [
		['Nota : una «cola » de 6.7 s', 'Nota: una «cola» de 6.7°s'],
		['Quién lo guarda?', '¿Quién lo guarda?'],
	],
	'pt-BR': [
		['Nota : um pedido', 'Nota: um pedido'],
		['Por quê ? Porque sim !', 'Por quê? Porque sim!'],
		['uma «fila» local', 'uma “fila” local'],
		['uma « fila » local', 'uma “fila” local'],
		['uma "fila" local', 'uma “fila” local'],
		['40 % dos pedidos, 512 MiB', '40% dos pedidos, 512°MiB'],
		['em 1.5 GB', 'em 1,5°GB'],
		['e assim por diante...', 'e assim por diante…'],
		['rápido, simples, e seguro.', 'rápido, simples e seguro.'],
	],
	'pt-PT': [['Nota : uma «fila» de 50 %', 'Nota: uma «fila» de 50 %']],
};

describe.each(Object.entries(repairs))('in %s', (locale, rows) => {
	test.each(rows)('%s', async (text, expected) => {
		const mended = await repaired(locale, unseen(text));
		expect(visible(mended)).toBe(expected);
		expect(await findingsIn(locale, mended)).toEqual([]);
	});
});

const FRENCH_HEAD = `---
title: Pourquoi ?
description: "La file : en bref"
order: 10
slug: pourquoi ?
---

Oui
`;

describe('in front matter', () => {
	test('only values that are translated are read', async () => {
		expect(visible(await repaired('fr', FRENCH_HEAD))).toBe(
			FRENCH_HEAD.replace('title: Pourquoi ?', 'title: Pourquoi¦?').replace('file :', 'file°:'),
		);
	});

	test.each([
		["title: 'L''ordre : d’abord'", "title: 'L’ordre°: d’abord'"],
		['title: "La \\"file\\" : en bref"', 'title: "La «°file°»°: en bref"'],
		[
			'description: >-\n  Pourquoi ?\n  Voici : ceci',
			'description: >-\n  Pourquoi¦?\n  Voici°: ceci',
		],
		['description: Pourquoi\n  attendre ?', 'description: Pourquoi\n  attendre¦?'],
	])('%s', async (text, expected) => {
		expect(visible(await repaired('fr', `---\n${text}\n---\n\nOui\n`))).toBe(
			`---\n${expected}\n---\n\nOui\n`,
		);
	});
});

test('lines may end as on Windows', async () => {
	const text = '# Quoi ?\r\n\r\n> Ceci :\r\n> cela ; "oui"\r\n';
	const findings = await findingsIn('fr', text);
	expect(visible(await repaired('fr', text))).toBe(
		'# Quoi¦?\r\n\r\n> Ceci°:\r\n> cela¦; «°oui°»\r\n',
	);
	expect(findings.map(({ range }) => range!.start)).toEqual([
		{ line: 1, column: 7 },
		{ line: 3, column: 7 },
		{ line: 4, column: 7 },
		{ line: 4, column: 10 },
	]);
});

test('a line is told once for each rule, with all that mends it', async () => {
	const findings = await findingsIn('fr', 'Quoi ? Ceci : "cela" ; "oui" !\n');
	expect(findings.map(({ ruleId, replacements }) => [ruleId, replacements!.length])).toEqual([
		['typography-spaces', 4],
		['typography-quotes', 8],
	]);
	expect(findings.every(({ isFixable }) => isFixable)).toBe(true);
});

test('what the parser is handed otherwise is mended where it stands in the file', async () => {
	const page = [
		'::: tip Attention : lent',
		'Quoi ?',
		':::',
		'',
		'!!! note "Attention : lent"',
		'    Ceci : cela ?',
		'',
		'Et `enfin` : fin',
		'',
	].join('\n');
	expect(visible(await repaired('fr', page))).toBe(
		page
			.replaceAll('Attention :', 'Attention°:')
			.replace('Quoi ?', 'Quoi¦?')
			.replace('Ceci : cela ?', 'Ceci°: cela¦?')
			.replace('`enfin` :', '`enfin`°:'),
	);
});

test('components of MDX hold prose, and their code stays', async () => {
	const page = [
		'import X from "x";',
		'',
		'# Quoi ? {/* pourquoi ? */}',
		'',
		'<Card title="Quoi ?" when={a ? b : "c"}>',
		'',
		'Ceci : {value ? "a" : "b"} ; <X a="b : c" />',
		'',
		'</Card>',
		'',
	].join('\n');
	expect(visible(await repaired('fr', page, 'mdx'))).toBe(
		page.replace('# Quoi ?', '# Quoi¦?').replace('Ceci : {', 'Ceci°: {').replace('} ;', '}¦;'),
	);
});

describe('what somebody has to decide has no repair', () => {
	test.each([
		['es', 'Si no hay sesión, qué pasa?', 'opening-somewhere'],
		['es', '¿Qué pasa sin esto.', 'closing'],
		['es', 'El 20 de Noviembre de 2026.', 'month'],
		['fr', 'Le 20 Novembre 2026.', 'month'],
		['pt-BR', 'Em 20 de Novembro de 2026.', 'month'],
	])('%s: %s', async (locale, text, messageId) => {
		const findings = await findingsIn(locale, text);
		expect(findings.map((finding) => finding.messageId)).toEqual([messageId]);
		expect(findings[0]!.isFixable).toBeUndefined();
		expect(findings[0]!.replacements).toBeUndefined();
	});
});
