import { describe, expect, test } from 'vitest';
import { describe as sentence } from '../../../src/checker/describe.ts';
import type { Finding } from '../../../src/checker/finding.ts';
import { findingsIn, unseen } from './repair.ts';

/** Text, and what is said about its lines: the word and what to write. */
const told: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
	fr: [
		['# A éviter', 'A → À'],
		['C’est fini. A noter°: rien.', 'A → À'],
		['L’Etat de la file, puis les Etapes.', 'Etat → État'],
		['Ecrire une page.', 'Ecrire → Écrire'],
		['Ca dépend de la file.', 'Ca → Ça'],
		['## Fermer la File\n\nLa file attend.', 'File → file'],
		['---\ntitle: Fermer la File\n---\n\nLa file attend.', 'File → file'],
	],
	'fr-CA': [['## Fermer la File\n\nLa file attend.', 'File → file']],
	es: [
		['Sólo cierra la cola.', 'Sólo → Solo'],
		['La cola sólo espera.', 'sólo → solo'],
		['Abre esta cola, no ésa.', 'ésa → esa'],
		['Éste es el archivo.', 'Éste → Este'],
		['Usa aquéllos.', 'aquéllos → aquellos'],
		['Padre y hijo.', 'y → e'],
		['Lee y imprime la cola.', 'y → e'],
		['Uno o otro.', 'o → u'],
		['Siete o ocho.', 'o → u'],
		['Minutos o horas.', 'o → u'],
		['## Cómo Cerrar La Cola\n\nAl cerrar la cola, espera.', 'Cerrar → cerrar'],
		['## Paso 1: abrir la Cola\n\nLa cola espera.', 'Cola → cola'],
	],
	'es-MX': [['Sólo cierra la cola.', 'Sólo → Solo']],
	'pt-BR': [['## Fechar a Fila\n\nA fila espera.', 'Fila → fila']],
	'pt-PT': [['## Fechar a Fila\n\nA fila espera.', 'Fila → fila']],
};

describe.each(Object.entries(told))('in %s', (locale, rows) => {
	test.each(rows)('%s', async (text, ...expected) => {
		const findings = await spellingIn(locale, text);
		expect(findings.map(({ data }) => `${data.word!} → ${data.expected!}`)).toEqual(expected);
		expect(findings.map(({ severity }) => severity)).toEqual(expected.map(() => 'warning'));
	});
});

const silent: Readonly<Record<string, readonly string[]>> = {
	fr: [
		'A la valeur 3. Le fichier A éviter°?',
		'Le calcium, ou Ca, et le plan Ca va.',
		'L’Edition Community de Element.',
		'À éviter, l’État, une étape.',
		'Dites «°A éviter°», jamais *Etat*.',
		// Names, beginnings, abbreviations, another language.
		'## Fermer la file avec Redis\n\nLa file attend.',
		'## Étape 1°: Fermer la file\n\nPour fermer la file.',
		'## La file – Fermer ou non\n\nPour fermer la file.',
		'## 1. Fermer la file\n\nPour fermer la file.',
		'## 🚪 Fermer la file\n\nPour fermer la file.',
		'## Ce que dit «°La File°» de la file\n\nLa file.',
		'## La file HTTP\n\nUne file http.',
		'## Queue Worker\n\nUn worker.',
		// The page itself writes the name so.
		'## Ranger le Secret\n\nUn secret est gardé dans un Secret de la plateforme.',
	],
	'fr-CA': ['Etat: A éviter.'],
	es: [
		'Solo cierra esta cola, no esa.',
		'Nieve y hielo, cobre y iones, agua y hierba.',
		'Mac y iOS, uno y IP, ¿y hoy?',
		'Uno u otro, padre e hijo, y la hora.',
		'Dice «sólo» y *éste*.',
		'Está lista. Estés donde estés.',
	],
	'pt-BR': ['## Fechar a fila com o Redis\n\nA fila espera.', 'Uma história e um ovo.'],
	de: ['## Die Schlange Schließen\n\nBitte schließen.'],
};

describe.each(Object.entries(silent))('silent in %s', (locale, rows) => {
	test.each(rows)('%s', async (text) => {
		expect(await spellingIn(locale, text)).toEqual([]);
	});
});

test('a word that the source has as well may be a name', async () => {
	const text = '## Empaqueter avec Compose\n\nUne page se compose de sections.\n';
	expect(await findingsIn('fr', text, { source: '## Pack with Compose\n\nText.\n' })).toEqual([]);
	const told = await findingsIn('fr', text, { source: '## Pack\n\nText.\n' });
	expect(told.map(sentence)).toEqual([
		'The capital of `Compose` within the heading is one of English titles. Write `compose`.',
	]);
});

async function spellingIn(locale: string, text: string): Promise<Finding[]> {
	const findings = await findingsIn(locale, `${unseen(text)}\n`);
	return findings.filter(({ ruleId }) => ruleId === 'typography-spelling');
}
