import { testVerdicts, type Row } from './verdict-table.ts';

const TWICE = ['/* take it */\ntake();', '/* la */ ship(); /* prendre */\ntake();'] as const;
const MARKUP = [
	'<!-- the order -->\n<p>x</p>',
	'<!-- la --> <script src="/x.js"></script> <!-- commande -->\n<p>x</p>',
] as const;

const ROWS: readonly Row[] = [
	...['js', 'ts', 'css', 'c', 'go', 'java', 'php', 'rust', 'scss', 'jsonc', undefined].map(
		(language): Row => ['code between two comments', language, ...TWICE, 'code'],
	),
	[
		'a statement between two comments',
		'sql',
		'/* value */\nSELECT 1;',
		'/* la */ DROP TABLE orders; /* valeur */\nSELECT 1;',
		'code',
	],
	...['html', 'vue', 'svelte', undefined].map((language): Row => [
		'an element between two comments',
		language,
		...MARKUP,
		'code',
	]),
	[
		'a comment that a browser ends',
		'html',
		'<!-- the order -->\n<p>x</p>',
		'<!-- la --!><script src="/x.js"></script>\n<!-- commande -->\n<p>x</p>',
		'code',
	],
	[
		'a comment that never begins',
		'html',
		'<!-- the order -->\n<p>x</p>',
		'<!--> <script src="/x.js"></script> -->\n<p>x</p>',
		'code',
	],
	[
		'a comment that takes the next line in',
		'c',
		'// total\ntake();\nship();',
		'// la somme \\\ntake();\nship();',
		'code',
	],
	['the same where it does not', 'js', '// total\ntake();', '// la somme \\\ntake();', 'comments'],
	[
		'the end of a program in a comment',
		'php',
		'<?php\n// take it\ntake();',
		'<?php\n// la ?> <script>ship()</script>\ntake();',
		'code',
	],
	['a command in a comment', 'go', '// Take it\ntake()', '//go:generate ship\ntake()', 'code'],
	[
		'what one database runs',
		'sql',
		'/* value */\nSELECT 1;',
		'/*! DROP TABLE orders */\nSELECT 1;',
		'code',
	],
	[
		'stars in a comment',
		'yaml',
		'/* take ** it */\nat: 1',
		'/* la ** prendre */\nat: 1',
		'comments',
	],
];

testVerdicts(ROWS);
