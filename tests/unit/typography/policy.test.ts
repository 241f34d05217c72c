import { expect, test } from 'vitest';
import { findings, folderOf, told } from '../parity-command.ts';

const WHERE = `source: 'en/{page}', target: '{locale}/{page}', locales: ['fr']`;
const WAIVER = '<!-- parity-ignore typography-spaces: the example shows it -->';

/** A page with a slip, and a configuration that says so much more than where pages lie. */
function configured(more: string): string {
	return folderOf({
		'en/take.md': '# Take orders\n\nReady?\n\nWhy?\n',
		'fr/take.md': `# Prendre des commandes\n\nPrête ?\n\n${WAIVER}\n\nPourquoi ?\n`,
		'fr/lost.md': '# Perdue\n\nPerdue ?\n',
		'parity.config.ts': `export default { ${WHERE}, ${more} };\n`,
	});
}

test('a configuration asks for typography, and a comment waives it', () => {
	const folder = configured('typography: true');
	expect(told(findings(folder, [])).toSorted()).toEqual([
		'fr/lost.md page-orphan',
		'fr/lost.md typography-spaces',
		'fr/take.md typography-spaces',
	]);
	const { findings: found } = findings(folder, ['--rule', 'typography-spaces=warning']);
	expect(found.at(-1)).toMatchObject({
		severity: 'warning',
		fixable: true,
		target: { start: { line: 3, column: 6 }, end: { line: 3, column: 8 } },
	});
});

test('without asking, nothing is told', () => {
	const folder = configured(`rules: { 'page-orphan': 'off' }`);
	expect(told(findings(folder, []))).toEqual([]);
});
