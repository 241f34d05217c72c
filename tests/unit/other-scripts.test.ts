import { expect, test } from 'vitest';
import { checkerFrom, rulesBroken } from './rules-broken.ts';

const ENGLISH = `# Orders

The kitchen takes at most 250 orders in 2 hours.

## What To Do When the Kitchen Closes

When the last guest has left:

1. Close the door
2. Wash the plates
3. Count what is left

The kitchen has cooked for 1,200,000 guests, and for 3 million with the takeaway.

At noon, the soup is 20 % off.
`;
const CHINESE = `# 订单

厨房在 2 小时内最多接受 250 份订单。

## 厨房关门时要做什么

最后一位客人离开后：

1. 关上门
2. 洗盘子
3. 清点剩下的东西

厨房已为 120 万位客人做过饭，算上外卖有 300 万位。

中午的汤打 8 折。
`;
const JAPANESE = `# 注文

厨房は2時間で最大250件の注文を受けます。

## 厨房を閉めるときにすること

最後のお客様が帰ったら:

1. ドアを閉める
2. 皿を洗う
3. 残りを数える

厨房はこれまでに120万人、持ち帰りを含めると300万人に料理を作りました。

お昼のスープは2割引きです。
`;

const pages = [
	['zh-CN', CHINESE],
	['ja', JAPANESE],
] as const;

test.each(pages)('%s: a good translation', async (locale, text) => {
	expect(await rulesBroken(locale, ENGLISH, text)).toEqual([]);
});

test.each(pages)('%s: a number that was changed', async (locale, text) => {
	expect(await rulesBroken(locale, ENGLISH, text.replace('250', '350'))).toEqual([
		'3 number-drift',
	]);
});

test.each(pages)('%s: a short line before a list that was dropped', async (locale, text) => {
	const without = text.replace(/^最后一位.*\n\n|^最後の.*\n\n/m, '');
	expect(await rulesBroken(locale, ENGLISH, without)).toEqual(['7 paragraph-drift']);
});

test.each([
	['zh-CN', `${CHINESE}\n## Kitchen Report Template\n\n厨师每晚写一份报告。\n`],
	['ja', `${JAPANESE}\n## Kitchen Report Template\n\n料理長は毎晩報告を書きます。\n`],
])('%s: a heading in English that could be a name', async (locale, text) => {
	const english = `${ENGLISH}\n## Kitchen Report Template\n\nThe cook writes a report each night.\n`;
	expect(await rulesBroken(locale, english, text)).toEqual(['17 untranslated-text']);
});

test.each(pages)('%s: a heading in English', async (locale, text) => {
	const left = text.replace(/^## .*/m, '## What To Do When the Kitchen Closes');
	expect(await rulesBroken(locale, ENGLISH, left)).toEqual(['5 untranslated-text']);
});

const RULES = `# Orders

## Before the kitchen opens

- Wash your hands
- Read the list of the night, which the last cook has left on the table
- Light the fire

## After the last order

1. Close the door, and take the key with you to the office
2. Count the plates
3. Write down what has to be bought in the morning
`;
const CHINESE_RULES = [
	'# 订单\n',
	'## 厨房开门之前\n\n- 洗手\n- 阅读上一位厨师留在桌上的夜间清单\n- 生火\n',
	'## 最后一份订单之后\n\n1. 关上门，把钥匙带到办公室\n2. 清点盘子\n3. 写下早上需要购买的东西\n',
];

test('zh-CN: sections of lists that changed places', async () => {
	const [title, first, second] = CHINESE_RULES;
	expect(await rulesBroken('zh-CN', RULES, [title, first, second].join('\n'))).toEqual([]);
	expect(await rulesBroken('zh-CN', RULES, [title, second, first].join('\n'))).toEqual([
		'9 section-moved',
	]);
});

test('from zh-CN: words between backticks may be translated, names may not', async () => {
	const file = (locale: string, text: string) => ({
		...{ path: `${locale}/bell.md`, page: 'bell.md', locale, text },
	});
	const findings = await checkerFrom('zh-CN').checkPage({
		source: file('zh-CN', '# 铃\n\n按钮 `确认` 调用 `bell.ring`，按钮 `取消` 调用 `bell.stop`。\n'),
		targets: [
			file(
				'en',
				'# Bell\n\nThe button `Confirm` calls `bell.ring`, and the button `Cancel` calls `bell.stopp`.\n',
			),
		],
	});
	expect(findings.map(({ ruleId, data }) => [ruleId, data.found])).toEqual([
		['inline-code-drift', 'bell.stopp'],
	]);
});

const CODE = `export const meals = [{ title: 'Soup', path: '/meals/soup' }];

<Tabs values={[{ label: 'Order', value: 'order' }]} note={\`The kitchen is open\`} />
`;

test.each([
	['zh-CN', ['汤', '订单', '厨房开着，请进。']],
	['ja', ['スープ', '注文', '厨房は開いています。']],
	['ru', ['суп', 'заказ', 'Кухня открыта']],
	['fr', ['Soupe', 'Commande', "L'ordre est donné"]],
])('%s: words within code of MDX', async (locale, [soup, order, note]) => {
	const text = CODE.replace('Soup', soup!).replace('Order', order!);
	const translation = text.replace('The kitchen is open', note!);
	expect(await rulesBroken(locale, CODE, translation, 'orders.mdx')).toEqual([]);
	const changed = translation.replace("'order'", `'${order}'`);
	expect(await rulesBroken(locale, CODE, changed, 'orders.mdx')).toEqual(['3 unsafe-mdx']);
});

const PROGRAMS = `# Programs

- Let nginx serve the menu to the guests.
- Let redis keep the queue of the kitchen.
- Let docker start the ovens of the house.
- Let cron wash the plates after midnight.
`;

test.each([
	[
		'ja',
		'プログラム',
		'客にメニューを見せるのはnginx',
		'家じゅうのかまどに火を入れるのはdocker',
		'夜の皿洗いはcron',
	],
	['zh-CN', '程序', '菜单让nginx来给', '整栋房子的炉子都要靠docker来点火', '午夜后盘子由cron洗'],
])('%s: what was left as it is tells which item is missing', async (locale, title, ...items) => {
	const translation = `# ${title}\n\n${items.map((item) => `- ${item}\n`).join('')}`;
	expect(await rulesBroken(locale, PROGRAMS, translation)).toEqual(['4 list-drift']);
});

test.each(pages)('%s: a phrase that is named nowhere else was forgotten', async (locale, text) => {
	const english = `${ENGLISH}\n## Kitchen Answer Format\n\nAs the bell wants it.\n\n## Blue Kettle Suite\n\nIt runs in the kitchen.\n`;
	const words = locale === 'ja' ? 'ベルが望むとおりに。' : '按铃铛的要求。';
	const named = locale === 'ja' ? 'Blue Kettleは厨房で動きます。' : 'Blue Kettle 在厨房里运行。';
	const translation = `${text}\n## Kitchen Answer Format\n\n${words}\n\n## Blue Kettle Suite\n\n${named}\n`;
	const line = text.split('\n').length + 1;
	expect(await rulesBroken(locale, english, translation)).toEqual([`${line} untranslated-text`]);
});

test('an added section is told apart by names and figures, since no other word is the same', async () => {
	const english = `# Keys

The keys hang in the hall.

## Task

Follow the notes on the board for today, room after room, from the cellar up.
The board 080 with all the rooms has already been prepared for you.
`;
	const ukrainian = (added: string) => `# Ключі

Ключі висять у коридорі.

${added}## Завдання

Виконайте вказівки з дошки 080.
Вона вже висить там.
`;
	expect(await rulesBroken('uk', english, ukrainian(''))).toEqual([]);
	const added = `## Хто зачиняє двері

Двері зачиняє той, хто йде останнім, і він же вимикає світло в коридорі, на сходах і в підвалі, а тоді
віддає ключі сторожеві.

`;
	expect(await rulesBroken('uk', english, ukrainian(added))).toEqual(['5 section-extra']);
});

test('a sentence within code marks is translated like any other, a command is not', async () => {
	const english = (code: string) => `# Options

Write \`${code}\` on the lid.
`;
	const chinese = (code: string) => `# 选项

在盖子上写上 \`${code}\`。
`;
	expect(
		await rulesBroken('zh', english('for the cold kitchen'), chinese('仅供冷厨房使用')),
	).toEqual([]);
	expect(await rulesBroken('zh', english('npm install'), chinese('安装'))).toEqual([
		'3 inline-code-drift',
	]);
});

test('a section that moved is told once, though no word of it is the same', async () => {
	const english = `# Kitchen

## In the morning

The first guest gets tea, and the last one the rest of the soup.

## Before the guests come

- Open the windows
- Light the stove
- Count the plates

## In the evening

The cook writes down what is left, and tells it to the one who buys.

## On the board

\`\`\`text
Soup of the day
Bread with butter
Tea until noon
\`\`\`
`;
	const parts = {
		morning: '## 早上\n\n第一位客人有茶，最后一位客人有剩下的汤。\n\n',
		before:
			'## 客人来之前\n\n- 打开厨房和餐厅的所有窗户\n- 点燃两个大炉子\n- 数一数架子上的盘子\n\n',
		evening: '## 晚上\n\n厨师写下剩下的东西，并告诉采购的人。\n\n',
		board: '## 黑板上\n\n```text\n今日汤品\n黄油面包\n中午前有茶\n```\n\n',
	};
	const page = (...order: readonly (keyof typeof parts)[]) =>
		`# 厨房\n\n${order.map((name) => parts[name]).join('')}`;
	const broken = (...order: readonly (keyof typeof parts)[]) =>
		rulesBroken('zh', english, page(...order));
	expect(await broken('morning', 'before', 'evening', 'board')).toEqual([]);
	expect(await broken('morning', 'evening', 'board', 'before')).toEqual(['19 section-moved']);
	expect(await broken('morning', 'board', 'before', 'evening')).toEqual(['7 section-moved']);
});

test('a sample that moved is told once, though all of its lines are translated', async () => {
	const english = `# Report

Fill in one for each evening.

\`\`\`text
Guests of the evening
Soup that was left
Plates that broke
\`\`\`

## Who reads it

The one who buys reads it before noon, and asks the cook about what was left.

The others may read it as well.
`;
	const sample = '```text\n当晚的客人\n剩下的汤\n打碎的盘子\n```\n\n';
	const page = (first: string, last: string) => `# 报告

每天晚上填一份。

${first}## 谁来读

采购的人在中午之前阅读，并向厨师询问剩下的东西。

${last}其他人也可以阅读。
`;
	expect(await rulesBroken('zh', english, page(sample, ''))).toEqual([]);
	expect(await rulesBroken('zh', english, page('', sample))).toEqual(['9 code-moved']);
});

const EVENING = `# Evening

## Wash the plates

Wash what the guests have left on the tables of the big room, one table after the other:

\`\`\`ts
for (const table of tables) wash(table.plates, { water: 'hot' });
\`\`\`

## Count what is left

Count the plates on the shelf:

\`\`\`ts
const left = shelf.plates.filter((plate) => plate.isWhole).length;
\`\`\`

## Close the house

The last one of us closes the windows of the kitchen and of both rooms, puts out the stove, and takes the key along to the office, where \`board\` tells who comes first.
`;
const CHINESE_EVENING = {
	wash: '## 洗盘子\n\n把客人留在大厅桌上的东西洗干净，一桌接着一桌：\n\n',
	hot: "```ts\nfor (const table of tables) wash(table.plates, { water: 'hot' });\n```\n\n",
	count: '## 清点剩余\n\n清点架子上的盘子：\n\n',
	left: '```ts\nconst left = shelf.plates.filter((plate) => plate.isWhole).length;\n```\n\n',
	close:
		'## 关门\n\n我们中最后离开的人关上厨房和两个大厅的窗户，熄灭炉火，并把钥匙带到办公室，`board` 会告诉大家谁先来。\n\n',
};

test.each([
	[['wash', 'hot', 'count', 'left', 'close'], []],
	[['wash', 'count', 'hot', 'left', 'close'], ['11 code-moved']],
	[['wash', 'count', 'left', 'hot', 'close'], ['15 code-moved']],
	[['wash', 'count', 'left', 'close', 'hot'], ['19 code-moved']],
	[['wash', 'hot', 'count', 'close', 'left'], ['19 code-moved']],
	[['count', 'left', 'wash', 'hot', 'close'], ['11 section-moved']],
] as const)('code that moved past headings takes none of them along: %s', async (order, broken) => {
	const page = `# 晚上\n\n${order.map((part) => CHINESE_EVENING[part]).join('')}`;
	expect(await rulesBroken('zh', EVENING, page)).toEqual(broken);
});

test('zh-CN: a paragraph is lost beside one with a long code that names the same', async () => {
	const code =
		'`Walk from table to table in the order of ROUNDS.md, fill the glasses that are empty, and carry back the plates. Then say ROUND_DONE.`';
	const english = `# Rounds

The waiter looks at each table twice in an hour, and writes down what he has seen: who waits for the
bill, whose glass is empty, which candle has burnt down, and where somebody has dropped a fork. What
he has written is read by everybody who comes back from the kitchen with empty hands.

Nobody calls \`ROUND_DONE\` from the kitchen door: he has to have walked past all the tables of his room first.

What the waiters are told is:
${code}

The order in \`ROUNDS.md\` is that of the winter, when the tables outside are not laid.
`;
	const chinese = `# 巡视

服务员每小时看每张桌子两次，并记下所看到的：谁在等账单，谁的杯子空了，哪支蜡烛燃尽了，哪里有人掉了叉子。他写下的内容由每个空手从厨房回来的人阅读。

没有人会在厨房门口喊 \`ROUND_DONE\`：他必须先走过自己房间的所有桌子。

服务员收到的指示是：
${code}

\`ROUNDS.md\` 中的顺序是冬天的顺序，那时外面的桌子不摆餐具。
`;
	expect(await rulesBroken('zh-CN', english, chinese)).toEqual([]);
	const lost = chinese.replace(/没有人.*\n\n/, '');
	expect(await rulesBroken('zh-CN', english, lost)).toEqual(['5 paragraph-drift']);
});
