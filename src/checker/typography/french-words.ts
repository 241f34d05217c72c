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

/** Words that are no others without the accent, and those at the beginning of a sentence. */
const CAPITALS = new RegExp(
	[
		'(?<![\\p{L}\\p{M}\\p{N}_./@-])E(?:cran|chec|diteur|tape|tat)s?(?![\\p{L}\\p{M}\\p{N}_./(=])',
		'(?<![\\p{L}\\p{M}\\p{N}_./@-])E(?:criture|crire|crivez|diter|galement|tre|vite[rz])(?![\\p{L}\\p{M}\\p{N}_./(=-])',
		'(?=A)(?<=^|[.!?…]\\s+)A(?=\\s(?:éviter|faire|lire|noter|partir|propos|retenir|savoir|voir)(?![\\p{L}\\p{M}]))',
		"(?=C)(?<=^|[.!?…]\\s+)Ca(?=\\s(?:arrive|dépend|fonctionne|marche|ne|n[’']\\p{L}+|peut|se|suffit|va)(?![\\p{L}\\p{M}]))",
	].join('|'),
	'gu',
);

export const FRENCH: Vocabulary = {
	words: new Map(usagesOf('address', ADDRESS)),
	capitals: CAPITALS,
};

/** Readers are addressed in the same way; the rest is left to Canada. */
export const FRENCH_OF_CANADA: Vocabulary = { words: FRENCH.words };
