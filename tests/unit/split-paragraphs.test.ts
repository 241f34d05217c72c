import { expect, test } from 'vitest';
import { rulesBroken } from './rules-broken.ts';

const ENGLISH = `# Orders

Every order begins at the till. The guest pays there with \`card\` or \`cash\`, and the till prints a ticket. The ticket is called \`order.ticket\`, and it has a number that the cook will call out later.

The cook reads the ticket as soon as it leaves the printer, and pins it to the board above the stove. Orders with \`isUrgent\` come first; all others wait in \`queue\`. When a plate is ready, the cook rings the bell. Nobody takes a plate before the bell has rung, since \`plate.sauce\` may be missing.

A waiter brings the plate to the table and takes the ticket back, so that \`queue\` can forget the order.

## The kitchen

Two cooks share one stove. Whoever comes first takes the large plate on the left, and the other one keeps to the right until noon.

Knives hang above the board. Nobody lends a knife to a guest, however kindly the guest may ask for one.

The oven needs an hour before it is hot, so the first cook lights it before the doors open.

## The end of the day

The till closes at ten, and the last tickets are printed by then.

What is left in \`queue\` is thrown away the next morning, when the kitchen starts afresh.
`;

const SPLIT = `# 注文

どの注文もレジから始まります。客はそこで \`card\` か \`cash\` で支払い、レジが伝票を印刷します。

伝票は \`order.ticket\` と呼ばれ、あとで料理人が呼び上げる番号が付いています。

伝票が印刷機から出てくると、料理人はすぐにそれを手に取って読みます。

\`isUrgent\` の付いた注文が先で、ほかはすべて \`queue\` で待ちます。料理ができると、料理人はベルを鳴らします。

ベルが鳴るまでは、誰も皿を持っていきません。\`plate.sauce\` がまだかかっていないかもしれないからです。

給仕は皿をテーブルに運び、伝票を持ち帰ります。これで \`queue\` はその注文を忘れることができます。

## 厨房

二人の料理人が一つのこんろを分け合います。先に来た方が左の大きな火口を取り、もう一人は正午まで右側を使います。

包丁はまな板の上に掛かっています。客がどんなに丁寧に頼んでも、誰も客に包丁を貸しません。

オーブンは熱くなるまで一時間かかるので、最初の料理人が開店前に火を入れます。

## 一日の終わり

レジは十時に閉まり、最後の伝票はそれまでに印刷されます。

\`queue\` に残ったものは翌朝、厨房が新しく始まるときに捨てられます。
`;

const FRENCH = `# Commandes

Toute commande commence à la caisse. Le client y paie avec \`card\` ou \`cash\`, et la caisse imprime un ticket. Ce ticket s’appelle \`order.ticket\`, et porte un numéro que le cuisinier annoncera plus tard. Le cuisinier lit le ticket dès qu’il sort de l’imprimante, et l’épingle au-dessus du fourneau. Les commandes avec \`isUrgent\` passent d’abord ; les autres attendent dans \`queue\`. Quand une assiette est prête, le cuisinier sonne. Personne ne prend d’assiette avant la sonnerie, car \`plate.sauce\` peut encore manquer.

Un serveur porte l’assiette à la table et rapporte le ticket, pour que \`queue\` puisse oublier la commande.

## La cuisine

Deux cuisiniers se partagent un fourneau. Le premier arrivé prend la grande plaque de gauche, et l’autre reste à droite jusqu’à midi.

Les couteaux pendent au-dessus de la planche. Personne ne prête de couteau à un client, si poliment qu’il le demande.

Le four met une heure à chauffer, si bien que le premier cuisinier l’allume avant l’ouverture des portes.

## La fin de la journée

La caisse ferme à dix heures du soir, et les derniers tickets sont alors imprimés.

Ce qui reste dans \`queue\` est jeté le lendemain matin, quand la cuisine repart de zéro.
`;

test('paragraphs in two and three parts are those of the source', async () => {
	expect(await rulesBroken('ja', ENGLISH, SPLIT)).toEqual([]);
});

test('two paragraphs in one are those of the source', async () => {
	expect(await rulesBroken('fr', ENGLISH, FRENCH)).toEqual([]);
});

test.each([
	['code of a later part', '`order.ticket` と', '`order.tickets` と', '5 inline-code-drift'],
	['code of a last part', '`plate.sauce` が', '`plate.sauces` が', '11 inline-code-drift'],
])('%s is compared where it stands', async (_, before, after, told) => {
	expect(await rulesBroken('ja', ENGLISH, SPLIT.replace(before, after))).toEqual([told]);
});

test('a part in the language of the source is told', async () => {
	const half = SPLIT.replace(
		/^ベルが.*$/m,
		'Nobody takes a plate before the bell has rung, since `plate.sauce` may be missing.',
	);
	expect(await rulesBroken('ja', ENGLISH, half)).toEqual(['11 untranslated-text']);
});

test.each([
	['ja', SPLIT, /^給仕は.*\n\n/m, '13 paragraph-drift'],
	['fr', FRENCH, /^Un serveur.*\n\n/m, '5 paragraph-drift'],
	['fr', FRENCH, /^Ce qui reste.*\n/m, '17 paragraph-drift'],
])('%s: a lost paragraph is told beside such ones', async (locale, translation, lost, told) => {
	expect(await rulesBroken(locale, ENGLISH, translation.replace(lost, ''))).toEqual([told]);
});

test('a paragraph that is new is told beside such ones', async () => {
	const longer = SPLIT.replace(
		/^給仕は/m,
		'火曜日は厨房が休みなので、客は裏口の小さな売店で飲み物を買ってください。\n\n給仕は',
	);
	expect(await rulesBroken('ja', ENGLISH, longer)).toEqual(['13 paragraph-drift']);
});

test('how lines end changes nothing', async () => {
	const [english, split] = [ENGLISH, SPLIT].map((text) => text.replaceAll('\n', '\r\n'));
	expect(await rulesBroken('ja', ENGLISH, split!)).toEqual([]);
	expect(await rulesBroken('ja', english!, SPLIT)).toEqual([]);
});
