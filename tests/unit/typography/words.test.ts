import { describe, expect, test } from 'vitest';
import { describe as sentence } from '../../../src/checker/describe.ts';
import { findingsIn, unseen } from './repair.ts';

/** Text, and what is said about it: the word and what to write, in the order of lines. */
const told: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
	fr: [
		['Quand tu déploies, attends.', 'tu → vous'],
		['Tu déploies.', 'Tu → Vous'],
		['Une étape.\n\nEnsuite, tes commandes.', 'tes → vos'],
		['Ouvre ton projet.', 'ton → votre'],
		['Dans ta file, rien.', 'ta → votre'],
		['Cela te concerne, toi.', 'te → vous'],
		['Peux-tu attendre¦?', 'tu → vous'],
		['Assure-toi que la file tourne.', 'toi → vous'],
		['Lisez. **Tu** peux.', 'Tu → Vous'],
		['Une [page pour toi](a.md).', 'toi → vous'],
		['| Étape | Rôle |\n| --- | --- |\n| une | tes files |', 'tes → vos'],
	],
	'fr-CA': [['Quand tu déploies, attends.', 'tu → vous']],
	es: [
		['Abre el fichero.', 'fichero → archivo'],
		['Ficheros de la cola', 'Ficheros → Archivos'],
		['Los ficheros(s) y el ordenador.', 'ficheros → archivos'],
		['En los ordenadores de la sala.', 'ordenadores → equipos'],
		['Una computadora basta.', 'computadora → equipo'],
		['Usted abre la cola.', 'Usted → Tú'],
		['Si vosotros abrís la cola, espera.', 'vosotros → tú'],
		['En vuestra cola.', 'vuestra → tu'],
		['La cola no soporta el formato nuevo.', 'soporta → admite'],
		['Una versión no soportada.', 'soportada → admitida'],
		['Basta con remover la cola.', 'remover → quitar'],
	],
	'es-ES': [['Abre el fichero.', 'fichero → archivo']],
	'pt-BR': [
		['Abra o ficheiro.', 'ficheiro → arquivo'],
		['Os utilizadores esperam.', 'utilizadores → usuários'],
		['A equipa decide, e a da equipa também.', 'equipa → equipe'],
		['As equipas decidem.', 'equipas → equipes'],
		['Leia o registo.', 'registo → registro'],
		['Nos ecrãs da loja.', 'ecrãs → telas'],
		['O contentor para.', 'contentor → contêiner'],
		['Para aceder à fila, espere.', 'aceder → acessar'],
		['A ligação TCP cai.', 'ligação → conexão'],
		['Se tu abres a tua fila, espera.', 'tu → você'],
		['O teu pedido.', 'teu → seu'],
		['Vai contigo.', 'contigo → com você'],
	],
	pt: [['Abra o ficheiro.', 'ficheiro → arquivo']],
};

describe.each(Object.entries(told))('in %s', (locale, rows) => {
	test.each(rows)('%s', async (text, ...expected) => {
		const findings = await findingsIn(locale, `${unseen(text)}\n`);
		expect(findings.map(({ ruleId }) => ruleId)).toEqual(expected.map(() => 'typography-words'));
		expect(findings.map(({ data }) => `${data.word!} → ${data.expected!}`)).toEqual(expected);
	});
});

const silent: Readonly<Record<string, readonly string[]>> = {
	fr: [
		'Le ton reste calme, et d’un ton direct.',
		'Le processus s’est tu.',
		'Dites «°tu°» ou «°tes commandes°», jamais *toi*.',
		'L’heure TU, et le sigle TES.',
		'Lisez `tu`, https://orders.example/tu/toi et src/tu/ta.ts.',
		'```text\ntu as tes commandes\n```',
		'Le module lib-tu et le paquet tu-lib.',
		'<i lang="pt">tu e tua</i>',
	],
	'fr-CA': ['Etat: A éviter  "ici" à 50%'],
	es: [
		'El archivo del equipo.',
		'Usa tu cola contigo.',
		'La viga soporta la carga, y soportar picos cuesta.',
		'Una carga soportada durante horas.',
		'Toca remover obstáculos.',
		'La empresa Ordenador y el diario Fichero.',
		'En España, «fichero» u *ordenador*.',
		'La ruta /ficheros/usted y `fichero`.',
		'VOS es una sigla.',
	],
	'es-MX': ['Abre el fichero de la computadora, usted.'],
	'es-AR': ['Vos abrís la cola.'],
	'pt-BR': [
		'Remover o arquivo da conexão.',
		'A loja equipa os servidores.',
		'A ligação entre as partes.',
		'Aceder ao pedido do cliente é justo.',
		'Gerir e partilhar é viver.',
		'A área de TI decide.',
		'Em Portugal, “ficheiro” ou *ecrã*.',
	],
	'pt-PT': ['Abre o ficheiro da tua equipa.'],
};

describe.each(Object.entries(silent))('silent in %s', (locale, rows) => {
	test.each(rows)('%s', async (text) => {
		expect(await findingsIn(locale, `${unseen(text)}\n`)).toEqual([]);
	});
});

test('words have no repair, and are told where they stand', async () => {
	const [finding] = await findingsIn('es', 'La cola\nlee un **fichero** y otro fichero.\n');
	expect(sentence(finding!)).toBe(
		'`fichero` is not the word of this documentation. Write `archivo`.',
	);
	expect(finding!.range).toEqual({
		start: { line: 2, column: 10 },
		end: { line: 2, column: 17 },
	});
	expect(finding!.replacements).toBeUndefined();
	expect(finding!.isFixable).toBeUndefined();
});
