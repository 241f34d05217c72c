import { usagesOf, type UsageRow } from './usage.ts';
import type { Vocabulary } from './vocabulary.ts';

const ADDRESS: readonly UsageRow[] = [
	['usted ustedes vosotros vosotras vos', 'tú'],
	['vuestro vuestra', 'tu'],
	['vuestros vuestras', 'tus'],
];

/** Loads are borne, `soporta la carga`; a format or a version is not. */
const FEATURE =
	/^\s(?:(?:el|la|los|las|est[ae]|est[ao]s)\s)?(?:versión|versiones|formatos?|protocolos?|módulos|sintaxis|ESM|HTTP|JSON|TLS|TypeScript)(?![\p{L}\p{M}])/u;

const VERSION =
	/(?<![\p{L}\p{M}])(?:versión|versiones|plataformas?|navegador|navegadores|formatos?|protocolos?)\s(?:(?:no|oficialmente)\s)?$/u;

/** `remover obstáculos` is right. */
const NO_OBSTACLE =
	/^(?!\s(?:(?:el|la|los|las|un|una|todos los|todo)\s)?(?:obstáculos?|impedimentos?|barreras?|dificultad|dificultades|cimientos|conciencias?|tierra|agua|pasado)(?![\p{L}\p{M}]))/u;

const LEXICON: readonly UsageRow[] = [
	['fichero', 'archivo'],
	['ficheros', 'archivos'],
	['ordenador computadora computador', 'equipo'],
	['ordenadores computadoras computadores', 'equipos'],
	['soporta', 'admite', { before: FEATURE }],
	['soportan', 'admiten', { before: FEATURE }],
	['soportar', 'admitir', { before: FEATURE }],
	['soportado', 'admitido', { behind: VERSION }],
	['soportada', 'admitida', { behind: VERSION }],
	['soportados', 'admitidos', { behind: VERSION }],
	['soportadas', 'admitidas', { behind: VERSION }],
	['remover', 'quitar', { before: NO_OBSTACLE }],
	['remueve', 'quita', { before: NO_OBSTACLE }],
	['remueven', 'quitan', { before: NO_OBSTACLE }],
];

/** Of Spain, and of whoever writes for all countries. */
export const SPANISH: Vocabulary = {
	words: new Map([...usagesOf('address', ADDRESS), ...usagesOf('lexicon', LEXICON)]),
};
