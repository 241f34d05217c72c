import { expect, test } from 'vitest';
import { rulesBroken } from './rules-broken.ts';

test('a sentence in English among Chinese ones is told, whatever it ends with', async () => {
	const english =
		'# Hours\n\nThe shop may refuse orders (`closed`).\nFor this shop, the orders of last week are not kept:\n\n- `week`: seven days.\n';
	const left =
		'# 时间\n\n商店可能会拒绝订单（`closed`）。 For this shop, the orders of last week are not kept:\n\n- `week`：七天。\n';
	expect(await rulesBroken('zh-CN', english, left)).toEqual(['3 untranslated-text']);
});

test('words that people type stay as they are among Chinese ones', async () => {
	const english = '# Search\n\nIt answers to: how to, what is, explore, order, where are.\n';
	const chinese = '# 搜索\n\n它会响应：how to, what is, explore, order, where are, 怎么, 如何。\n';
	expect(await rulesBroken('zh-CN', english, chinese)).toEqual([]);
});

test('names among Chinese marks, and code within HTML, are not English', async () => {
	const english =
		'# Calls\n\n- `take_order` (table, guest?, note?)\n\n<Card title="Bell">\n  **@odile** • `kitchen` `orders` `automation`\n</Card>\n';
	const chinese =
		'# 调用\n\n- `take_order`（table、guest?、note?）\n\n<Card title="铃">\n  **@odile** • `kitchen` `orders` `automation`\n</Card>\n';
	expect(await rulesBroken('zh-CN', english, chinese)).toEqual([]);
});

test.each([
	['zh-CN', '编码时请遵循这些规则，Redis 也不例外。'],
	['ja', 'コードを書くときはこれに従ってください。Redisも例外ではありません。'],
	['ko', '코드를 작성할 때 이를 따르세요. Redis도 예외가 아닙니다.'],
])('%s: a heading in English may begin with a name', async (locale, words) => {
	const english =
		'# Rules\n\n## Redis Coding Style\n\nFollow it when you write code, Redis included.\n';
	const translation = `# ${words.slice(0, 4)}\n\n## Redis Coding Style\n\n${words}\n`;
	expect(await rulesBroken(locale, english, translation)).toEqual(['3 untranslated-text']);
	// The path of a file is no name of its words.
	const path = '\n[kitchen/coding-style.md](../kitchen/coding-style.md)\n';
	const withPath = await rulesBroken(locale, english + path, translation + path);
	expect(withPath).toEqual(['3 untranslated-text']);
	// What stands in the text as well is a name.
	const named = `${translation}\nCoding Style (2026)\n`;
	expect(await rulesBroken(locale, `${english}\nCoding Style (2026)\n`, named)).toEqual([]);
});

test.each([
	['zh-CN', '点击 **Keep this order for the next guest**。', '点击'],
	['ja', '**Keep this order for the next guest** を押します。', 'を押します'],
	['ru', 'Нажмите «Keep this order for the next guest».', 'Нажмите'],
])('%s: what a button says stays as it is', async (locale, item, own) => {
	const english = '# 1\n\nPress **Keep this order for the next guest**.\n';
	expect(await rulesBroken(locale, english, `# 1\n\n${item}\n`)).toEqual([]);
	const left = `# 1\n\n${item.replace(own, 'Press the button that says')}\n`;
	expect(await rulesBroken(locale, english, left)).toEqual(['3 untranslated-text']);
});

test('a copy is told, though its lines end elsewhere, and behind a code and an arrow', async () => {
	const english =
		'# 1\n\n- `orders.list` gives the dishes that wait beside the stove,\n  and also those which somebody has sent back.\n- `late` → look for the plate at the other window.\n';
	const copy = english.replace(/\n {2}/, ' ');
	expect(await rulesBroken('zh-CN', english, copy)).toEqual([
		'3 untranslated-text',
		'4 untranslated-text',
	]);
});

test.each([
	[
		'of code',
		'# `orders`\n\n## Counting plates (Kettle)\n\nPlates are dear.\n',
		'# `orders`\n\n## Counting plates (Kettle)\n\n盘子很贵。\n',
	],
	[
		'with names',
		'# Recipes\n\n## Recipe 1: Install Blue Kettle\n\nYou install it after this recipe.\n',
		'# 食谱\n\n## Recipe 1: Install Blue Kettle\n\n按照食谱安装 Blue 牌的 Kettle。\n',
	],
])('a heading in English is told beside headings %s', async (_beside, english, chinese) => {
	expect(await rulesBroken('zh-CN', english, chinese)).toEqual(['3 untranslated-text']);
});

test.each([
	'(place: number, order: Order) => void',
	'((order: Order, place: number) => string)',
	'(call: (value: T) => void) => void',
	'(e: { target: { value: T }}) => void',
	'(first: any = false, second?: any) => void',
	'number \\| ((place: number) => number)',
	'number \\| string \\| boolean \\| undefined',
	'first-course \\| main-course \\| last',
])('a type is none of English: %s', async (type) => {
	const page = (first: string, second: string) =>
		`# 1\n\n| 2 | 3 |\n| --- | --- |\n| ${first} | ${type} |\n| ${second} | ${type.replace('value', 'item')} |\n`;
	const [english, chinese] = [page('What it is', 'What it was'), page('它是什么', '它曾是什么')];
	const older = english.replaceAll('any', 'unknown').replaceAll('void', 'never');
	expect(await rulesBroken('zh-CN', english, chinese)).toEqual([]);
	expect(await rulesBroken('zh-CN', older, chinese)).toEqual([]);
});

test('values between apostrophes are not left in English', async () => {
	const row = (text: string) => `# 1\n\n| 2 | 3 |\n| --- | --- |\n| ${text} | 4 |\n`;
	const values = "<code>'first'</code>, <code>'first-second'</code>, <code>'second'</code>";
	expect(await rulesBroken('ru', row(values), row(values))).toEqual([]);
});

test.each([
	'Register and log in to the [Blue Kettle Open Platform](https://kettle.example/)',
	'Go to the Orders menu of the Kitchen and ring',
])(
	'zh: an item in English is told, though all of its long words begin with capitals: %s',
	async (item) => {
		const english = `# Kettle\n\n- ${item}\n- Wait for the tea\n`;
		const chinese = `# 水壶\n\n- ${item}\n- 等待茶水\n`;
		expect(await rulesBroken('zh', english, chinese)).toEqual(['3 untranslated-text']);
	},
);

test('zh: the only heading of a page is told, though all headings are in English then', async () => {
	const picture = '<Image alt="Rules of the Kitchen" src="/rules.png" />';
	const english = `# Rules of the Kitchen\n\n${picture}\n\nWash your hands.\n`;
	const chinese = (alt: string) => `# Rules of the Kitchen\n\n${alt}\n\n洗手。\n`;
	const translated = picture.replace('Rules of the Kitchen', '厨房规则');
	const broken = (alt: string) => rulesBroken('zh', english, chinese(alt), 'rules.mdx');
	expect(await broken(translated)).toEqual(['1 untranslated-text']);
	expect(await broken(picture)).toContain('1 untranslated-text');
});
