import { expect, test } from 'vitest';
import { localeNames } from '../../src/checker/locale-names.ts';

test.each([
	['fr', undefined, ['fr']],
	['fr', 'French', ['fr', 'french']],
	['pt-BR', 'pt-br', ['pt-br', 'pt_br', 'pt', 'br']],
	['zh-Hant-TW', undefined, ['zh-hant-tw', 'zh_hant_tw', 'zh', 'tw', 'zh-hant', 'zh-tw']],
	['zh-Hans', undefined, ['zh-hans', 'zh_hans', 'zh', 'cn', 'zh-cn']],
	['zh-TW', undefined, ['zh-tw', 'zh_tw', 'zh', 'tw', 'zh-hant']],
	['ja', 'ja', ['ja', 'jp']],
	['es-419', undefined, ['es-419', 'es_419', 'es']],
])('%s with the part %s', (tag, part, names) => {
	expect(localeNames(tag, part)).toEqual(names);
});
