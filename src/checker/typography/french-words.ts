import { usagesOf, type UsageRow } from './usage.ts';
import type { Vocabulary } from './vocabulary.ts';

/** `ton` is a noun as well: `le ton`. */
const NOUN_OF_YOURS =
	/^\s(?:projet|fichier|dossier|répertoire|code|terminal|application|serveur|ordinateur|éditeur|équipe|image|module|programme|processus|script|compte|environnement|système|site|navigateur|paquet|dépôt|outil|conteneur|adresse|propre)(?![\p{L}\p{M}])/u;

/** `il s’est tu` */
const NO_SILENCE =
	/(?<!(?<![\p{L}\p{M}])(?:est|sont|a|ont|ait|être|été|était|avoir|avait|sera|fut|étant)\s)$/u;

const ADDRESS: readonly UsageRow[] = [
	['tu', 'vous', { behind: NO_SILENCE }],
	['te toi', 'vous'],
	['ta', 'votre'],
	['ton', 'votre', { before: NOUN_OF_YOURS }],
	['tes', 'vos'],
];

/** Readers are addressed in the same way everywhere. */
export const FRENCH: Vocabulary = { words: new Map(usagesOf('address', ADDRESS)) };
