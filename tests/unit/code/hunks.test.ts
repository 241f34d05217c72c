import { expect, test } from 'vitest';
import { compareCode, type CodeHunk } from '../../../src/checker/code/compare-code.ts';
import { createGrammars } from '../../../src/checker/code/grammars.ts';

const grammars = createGrammars();

/** Each hunk as `kind source line: lines => target line: lines`. */
async function hunks(
	language: string,
	source: readonly string[],
	target: readonly string[],
): Promise<string[]> {
	const [before, after] = [source, target].map((lines) => ({
		language,
		meta: '',
		code: lines.join('\n'),
	}));
	const compared = await grammars.use((found) => compareCode(before!, after!, found));
	return compared.hunks.map(show);
}

function show(hunk: CodeHunk): string {
	const from = `${hunk.sourceLine}: ${hunk.sourceLines.join(' | ')}`;
	return `${hunk.kind} ${from} => ${hunk.targetLine}: ${hunk.targetLines.join(' | ')}`;
}

test('comments shift no lines', async () => {
	const source = ['// Take it', 'take();', 'ship(1);'];
	const target = ['// La prendre,', '// et vite', 'take();', '', 'ship(2);'];
	expect(await hunks('js', source, target)).toEqual(['code 2: ship(1); => 4: ship(2);']);
});

test('a lost line belongs after its comment', async () => {
	const source = ['take();', '// Now', 'check();', '// Then', 'ship();'];
	const target = ['take();', '// Maintenant', '// Ensuite', 'ship();'];
	expect(await hunks('js', source, target)).toEqual(['code 2: check(); => 2: ']);
});

test('comments of nginx are known without a tag', async () => {
	const source = ['server {', '  # By name', '  listen 80;', '  # What is sent', '  root /a;', '}'];
	const target = [
		'server {',
		'  # Par le nom',
		'  listen 80;',
		'  # Ce qui part',
		'  root /b;',
		'}',
	];
	expect(await hunks('', source, target)).toEqual(['code 4:   root /a; => 4:   root /b;']);
});

test('a lost first and a lost last line', async () => {
	expect(await hunks('js', ['take();', 'ship();'], ['ship();'])).toEqual([
		'code 0: take(); => 0: ',
	]);
	expect(await hunks('js', ['take();', 'ship();'], ['take();'])).toEqual([
		'code 1: ship(); => 1: ',
	]);
});

test('an added line belongs before the line that follows', async () => {
	const target = ['take();', 'pay();', 'ship();'];
	expect(await hunks('js', ['take();', 'ship();'], target)).toEqual(['code 1:  => 1: pay();']);
});

test('changed neighbours are one hunk, strings another', async () => {
	const source = ['take(1);', 'pay(1);', "say('done');", 'ship();'];
	const target = ['take(2);', 'pay(2);', "say('fini');", 'ship();'];
	expect(await hunks('js', source, target)).toEqual([
		'code 0: take(1); | pay(1); => 0: take(2); | pay(2);',
		"strings 2: say('done'); => 2: say('fini');",
	]);
});

test('a comment between two changed lines parts them', async () => {
	const source = ['take(1);', '// one', 'pay(1);'];
	const target = ['take(2);', '// un', 'pay(2);'];
	expect(await hunks('js', source, target)).toEqual([
		'code 0: take(1); => 0: take(2);',
		'code 2: pay(1); => 2: pay(2);',
	]);
});

test('what is only wrapped otherwise is no hunk, beside what is', async () => {
	const source = ["const { id, total } = require('./orders');", 'take(1);'];
	const target = ['const {', '  id,', '  total', "} = require('./orders');", 'take(2);'];
	expect(await hunks('js', source, target)).toEqual(['code 1: take(1); => 4: take(2);']);
});

test('translated strings do not hide which line is lost', async () => {
	const source = ["say('one');", "say('two');", "say('three');"];
	const target = ["say('one');", "say('three');"];
	expect(await hunks('js', source, target)).toEqual(["code 1: say('two'); => 1: "]);
});

test('lines are told as written, with Windows line ends too', async () => {
	const source = ['if (paid) {', '\tship(1);  ', '}'];
	expect(await hunks('js', source, ['if (paid) {\r', '\tship(2);\r', '}'])).toEqual([
		'code 1: \tship(1);   => 1: \tship(2);',
	]);
});

test('hunks of nested code count from the block around it', async () => {
	const source = ['# Orders', '', '~~~js', 'take(1);', '~~~'];
	const target = ['# Commandes', '', 'Texte', '', '~~~js', 'take(2);', '~~~'];
	expect(await hunks('md', source, target)).toEqual([
		'strings 2:  => 2: Texte',
		'code 3: take(1); => 5: take(2);',
	]);
});

test('a paragraph that is lost from an example is told by the ones that are left', async () => {
	const source = ['# Orders', '', 'Take it.', '', 'Pay it.', '', 'Ship it.'];
	const target = ['# Commandes', '', 'Take it.', '', 'Ship it.'];
	expect(await hunks('md', source, target)).toEqual(['strings 4: Pay it. => 4: ']);
});

test('a line that breaks a table of an example is told, not the header that it follows', async () => {
	const table = ['| Name | Meaning |', '| ---- | ------- |', '| tea  | a drink |', '', 'More.'];
	const broken = table.toSpliced(1, 0, 'tea;');
	expect(await hunks('md', table, broken)).toEqual(['strings 1:  => 1: tea;']);
	expect(await hunks('md', broken, table)).toEqual(['strings 1: tea; => 1: ']);
});

test('what is typed and what is printed', async () => {
	const source = ['$ npm test', '12 passed', '$ npm start'];
	const target = ['$ npm test', '13 réussis', '$ npm run start'];
	expect(await hunks('console', source, target)).toEqual([
		'strings 1: 12 passed => 1: 13 réussis',
		'code 2: $ npm start => 2: $ npm run start',
	]);
});
