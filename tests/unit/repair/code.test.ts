import { expect, test } from 'vitest';
import { repaired } from './repair-text.ts';

/** Two pages around a block of code. */
function page(code: string, language = 'js', words = 'The kitchen cooks.'): string {
	return `# ${words}\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;
}

async function mend(source: string, target: string, language = 'js', takesStrings = false) {
	const text = await repaired(
		page(source, language),
		page(target, language, 'La cuisine prépare.'),
		{ takesStrings },
	);
	return /^```\w+\n([\s\S]*)\n```\n$/m.exec(text)?.[1];
}

test.each<[string, string, string, string]>([
	[
		'a comment on a line of its own stays before its line',
		'const plates = 2;\n// Wait for the oven\nawait oven.ready();\nserve(plates);',
		'const plates = 3;\n// Attendre le four\noven.ready();\nserve(plates);',
		'const plates = 2;\n// Attendre le four\nawait oven.ready();\nserve(plates);',
	],
	[
		'a comment behind code stays on its line',
		'const plates = 2; // for the window seat\nserve(plates);',
		'const plates = 3; // pour la table à la fenêtre\nserve(plates);',
		'const plates = 2; // pour la table à la fenêtre\nserve(plates);',
	],
	[
		'a comment before a line that went missing stays before it',
		'open();\n// Take the order\ntake(order);\n// Cook it\ncook(order);',
		'open();\n// Prendre la commande\n// La préparer\ncook(order);',
		'open();\n// Prendre la commande\ntake(order);\n// La préparer\ncook(order);',
	],
	[
		'a comment that went missing with its line comes from the source',
		'open();\n// Take the order\ntake(order);\nclose();',
		'open();\nclose();',
		'open();\n// Take the order\ntake(order);\nclose();',
	],
	[
		'a comment that the translator left out stays out',
		'// Open the door\nopen();\nclose();\nlock();',
		'open();\nclose();\nunlock();',
		'open();\nclose();\nlock();',
	],
	[
		'a comment of another number of lines stays as it is',
		'open();\n// Take the order, then cook it\ncook(order);',
		'open();\n// Prendre la commande,\n// puis la préparer\ncook(orders);',
		'open();\n// Prendre la commande,\n// puis la préparer\ncook(order);',
	],
	[
		'a translated string stays where nothing else differs in its line',
		"say('Your table is ready');\nserve(plates);",
		"say('Votre table est prête');\nserve(plate);",
		"say('Votre table est prête');\nserve(plates);",
	],
	[
		'lines that the source lacks go',
		'open();\nclose();',
		'open();\nlog(door);\nclose();',
		'open();\nclose();',
	],
	[
		'code that became another one takes none of its comments',
		'await kitchen.open();\nconst menu = await kitchen.menu();\nprint(menu);',
		'// Attendre que la file soit vide\nqueue.drain(function (error) {\n  throw error;\n});',
		'await kitchen.open();\nconst menu = await kitchen.menu();\nprint(menu);',
	],
	[
		'a string amid code that goes away goes with it',
		"open();\nawait oven.heat(200);\nawait oven.ready();\nsay('The oven is hot');\nawait serve(plates);\nlight(candles);\nclose();",
		"open();\nconst cook = new Cook({ name, age: 41 });\nsay('Le cuisinier est là');\nfor (const guest of guests) cook.greet(guest);\nclose();",
		"open();\nawait oven.heat(200);\nawait oven.ready();\nsay('The oven is hot');\nawait serve(plates);\nlight(candles);\nclose();",
	],
	[
		'a translated string stays between lines that are new',
		"open();\nheat(oven);\nsay('Your table is ready');\nlight(candles);\nclose();",
		"open();\nsay('Votre table est prête');\nclose();",
		"open();\nheat(oven);\nsay('Votre table est prête');\nlight(candles);\nclose();",
	],
])('%s', async (_, source, target, expected) => {
	expect(await mend(source, target)).toBe(expected);
});

test('strings follow the source only where that is asked for', async () => {
	const [source, target] = ["say('Your table is ready');", "say('Votre table est prête');"];
	expect(await mend(source, target)).toBe(target);
	expect(await mend(source, target, 'js', true)).toBe(source);
});

test('indentation that is code follows the source', async () => {
	const source = 'kitchen:\n  oven: 2\n  # How long\n  minutes: 30';
	const target = 'kitchen:\n  oven: 2\n# Combien de temps\nminutes: 30';
	expect(await mend(source, target, 'yaml')).toBe(source.replace('How long', 'Combien de temps'));
});

test('a command in a console follows the source, and what it prints stays', async () => {
	const source = '$ npm run serve\nThe kitchen is open';
	const target = '$ npm run server\nLa cuisine est ouverte';
	expect(await mend(source, target, 'console')).toBe('$ npm run serve\nLa cuisine est ouverte');
});

test('a diagram is left to a person, since its lines hold words', async () => {
	const diagram = (...lines: readonly string[]): string =>
		`# Orders\n\n\`\`\`mermaid\n${['flowchart TD', ...lines].join('\n')}\n\`\`\`\n`;
	const french = diagram('  shop[Boutique] --> bank[Banque]', '  bank -->|oui| shipped[Expédiée]');
	const english = diagram('  shop[Shop] ==> bank[Bank]', '  bank -->|yes| shipped[Shipped]');
	expect(await repaired(english, french)).toBe(french);
});
