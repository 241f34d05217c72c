import { usagesOf, type UsageRow } from './usage.ts';
import type { Vocabulary } from './vocabulary.ts';

const ADDRESS: readonly UsageRow[] = [
	['tu vós', 'você'],
	['teu vosso', 'seu'],
	['teus vossos', 'seus'],
	['tua vossa', 'sua'],
	['tuas vossas', 'suas'],
	['contigo', 'com você'],
];

/** `a empresa equipa` is the verb. */
const TEAM =
	/(?<![\p{L}\p{M}])(?:A|d?uma|n?uma|da|na|à|pela|sua|nossa|cada|toda|outra|[dn]?ess[ae]|[dn]?esta)\s$/u;

/** `aceder a um pedido` is to consent. */
const NO_REQUEST =
	/^(?!\s(?:aos?|às?|a)\s(?:(?:um|uma|seus?|suas?|esse|essa|este|esta|tal)\s)?(?:apelo|convite|desejo|exigência|insistência|pedido|pressão|pressões|proposta|solicitação|súplica|vontade)s?(?![\p{L}\p{M}]))/u;

const NETWORK =
	/^\s(?:TCP|TLS|HTTP|de\srede|à\s[iI]nternet|ao\sservidor|ao\sbanco\sde\sdados|à\sbase\sde\sdados)(?![\p{L}\p{M}])/u;

/** Without `gerir` and `partilhar`, which are right in Brazil as well. */
const LEXICON: readonly UsageRow[] = [
	['ficheiro', 'arquivo'],
	['ficheiros', 'arquivos'],
	['utilizador', 'usuário'],
	['utilizadora', 'usuária'],
	['utilizadores', 'usuários'],
	['utilizadoras', 'usuárias'],
	['equipa', 'equipe', { behind: TEAM }],
	['equipas', 'equipes'],
	['registo', 'registro'],
	['registos', 'registros'],
	['ecrã', 'tela'],
	['ecrãs', 'telas'],
	['contentor', 'contêiner'],
	['contentores', 'contêineres'],
	['aceder', 'acessar', { before: NO_REQUEST }],
	['acede', 'acessa', { before: NO_REQUEST }],
	['acedem', 'acessam', { before: NO_REQUEST }],
	['acedendo', 'acessando', { before: NO_REQUEST }],
	['ligação', 'conexão', { before: NETWORK }],
	['ligações', 'conexões', { before: NETWORK }],
];

export const BRAZILIAN: Vocabulary = {
	words: new Map([...usagesOf('address', ADDRESS), ...usagesOf('lexicon', LEXICON)]),
};
