import { beforeAll, describe, expect, test } from 'vitest';
import {
	countShortWords,
	createGlance,
	createLanguages,
	isSuspect,
	findUntranslated,
	wordsOf,
} from '../../src/checker/language/untranslated.ts';

const languages = createLanguages();
beforeAll(() => languages.load());

function verdict(source: string, target: string, text: string, counterpart?: string): boolean {
	return findUntranslated(text, counterpart, { source, target }, languages) !== undefined;
}

describe('left in the language of the source', () => {
	test.each([
		['fr', 'Every order is written to the database before the upload begins.'],
		['es', 'Sessions live in Redis, so any process can answer the next request.'],
		['pt-BR', 'An upload that was cut off is removed when the process starts again.'],
		['de', 'Keep the session out of the process, or a restart signs everyone out.'],
		['it', 'The worker takes an order from the queue and stores the receipt.'],
		['nl', 'Uploads are scanned before they are shown to other customers.'],
		['sv', 'The order is charged once, even if the client sends it twice.'],
		['pl', 'Close the server first, and then wait for the open uploads.'],
		['tr', 'Each upload gets a name that nobody can guess.'],
		['ja', 'Sessions expire after one hour without a request.'],
		['zh-Hans', 'Do not keep uploaded files on the disk of the container.'],
		['ru', 'The queue holds orders that no worker has taken yet.'],
		['ar', 'Orders without items are refused before they reach the database.'],
		['ko', 'Send the receipt only after the payment has been confirmed.'],
		['fr', 'Why the Sessions Do Not Survive'],
		['it', 'YOU PAID IT!'],
		['es', 'HOW TO KEEP ORDERS'],
		['fr', 'Emptying the Upload Folder'],
		['ja', 'Emptying the Upload Folder'],
		['es', 'Catching up Orders'],
		['fr', 'What Other Shops Do'],
		['es', 'Code Sample – Bad Patterns'],
		['es', 'Code sample: bad patterns'],
		['pt-BR', 'Store uploads outside the container'],
		['de', 'Retry the failed orders'],
		['fr', 'Check your Dockerfile'],
		['fr', 'ESLint refuses an order that nobody awaits'],
		['es', 'return early (the order has been paid already)'],
		['pt-BR', 'stores the upload of an order in the bucket;'],
		['es', 'reject orders without items'],
		['pt-BR', 'Order mistake 2: keeping the cart in a global variable'],
		['fr', 'Support said: "the orders vanish when the night shift restarts the server"'],
	])('%s: %s', (target, text) => {
		expect(verdict('en', target, text, text)).toBe(true);
	});

	test.each([
		[
			'fr',
			'Uploads used to be kept for seven days and were then removed by a nightly job.',
			'Uploads are kept for thirty days.',
		],
		[
			'es',
			'The order service needs two processes at least.',
			'The order service needs three processes at least, one per zone.',
		],
		[
			'de',
			'“The shop was down for a whole night, and nobody noticed before the morning.”',
			'“We lost a night of orders.”',
		],
	])('%s, from an older source: %s', (target, text, counterpart) => {
		expect(verdict('en', target, text, counterpart)).toBe(true);
		expect(verdict('en', target, text)).toBe(true);
	});

	test.each([
		['fr', 'Les sessions vivent dans Redis. They survive a restart of the process. Mesurez-le.'],
		['es', 'Cierra el servidor. Then wait until the last upload has been stored. Después, sal.'],
		['pt-BR', 'O pedido fica na fila. No worker may take it twice!'],
		[
			'ja',
			'注文は一度だけ処理されます。 The queue keeps it until a worker has taken it. 以上です。',
		],
	])('%s, one sentence: %s', (target, text) => {
		expect(verdict('en', target, text)).toBe(true);
	});

	test.each([
		['fr', 'en', 'Chaque commande est écrite dans la base avant la réponse.'],
		['es', 'fr', 'Las sesiones no deben vivir en la memoria del proceso.'],
		['pt-BR', 'es', 'Os arquivos enviados não ficam no disco do contêiner.'],
		['de', 'en', 'Die Bestellung wird gespeichert, bevor die Antwort gesendet wird.'],
		['nb', 'en', 'Bestillingen lagres før svaret sendes til kunden.'],
		['ja', 'en', 'セッションをプロセスのメモリに置かないでください。'],
		['ja', 'zh', '注文はデータベースに保存されます。'],
		['zh', 'fr', '会话不应保存在进程的内存中'],
		['zh', 'ja', '订单在回复之前写入数据库会话不应保存在进程中'],
		['ru', 'de', 'Сессии хранятся в Redis, а не в памяти процесса.'],
		['ru', 'uk', 'Каждый заказ записывается в базу данных до ответа.'],
		['ar', 'en', 'يتم حفظ الطلب قبل إرسال الرد'],
	])('from %s to %s: %s', (source, target, text) => {
		expect(verdict(source, target, text, text)).toBe(true);
	});
});

describe('the same in both languages', () => {
	test.each([
		'Maintenance',
		'REST API',
		'REST API ON AWS ECS',
		'SLA AND SLO',
		'GET ORDERS DONE',
		'NODE.JS ON AWS ECS',
		'THE ORDERS ARE TAKEN AS THEY COME, AND NOBODY MAY BLAME THE KITCHEN',
		'Introduction',
		'Installation',
		'Configuration',
		'Dockerfile',
		'Node.js',
		'Ada Lovelace',
		'Express and Redis',
		'Spring and Redis',
		'Streaming SIMD Extensions',
		'Rolling Release',
		'Google Cloud Run',
		'Red Hat Enterprise Linux',
		'Redis, Memcached, PostgreSQL',
		'Nginx, HAProxy and Traefik',
		'Installation, configuration, administration',
		'Session store',
		'Total: 42 MB',
		'GET /orders/:id HTTP/1.1',
		'https://shop.example/how-to-store-the-uploads-of-an-order',
		'src/orders/store-the-upload.js',
		'orderId, uploadPath, sessionStore',
		'docker compose up --detach',
		'npm run start',
		'X-Content-Type-Options',
		'v24.1.0 (2026-05-04)',
		'MIT License',
		'Copyright 2026 The Order Service Authors. All rights reserved.',
		'SPDX-License-Identifier: MIT',
		'Grace Hopper, The Education of a Computer',
		'const order = await load(1)',
		"import express from 'express'",
		'if (order.isPaid) return next();',
		'return sendReceipt(order, the, next)',
		'eslint no-console: "off"',
		'=> { id: 1, state: "waiting for the payment" }',
		'eslint-disable-next-line no-console -- this is the log of the service',
		'@ts-expect-error the types of the store are wrong',
		'prettier-ignore',
		'',
	])('%s', (text) => {
		for (const target of ['fr', 'es', 'pt-BR', 'de', 'it', 'nl', 'ja', 'ru'])
			expect([target, verdict('en', target, text, text)]).toEqual([target, false]);
	});
});

describe('translated', () => {
	test.each([
		['fr', 'Utilisez le middleware Helmet pour Express.'],
		['fr', 'Rolling update sans downtime'],
		['fr', 'Le load balancer fait un health check toutes les 5 s.'],
		['fr', 'Lisez « How to keep sessions out of the process » avant de commencer.'],
		['fr', 'Copiez , , et dans .'],
		['fr', "Événement : 'upload-is-taken-back'"],
		['es', "Evento: 'order-was-left-behind'"],
		['zh', "事件：'cart-has-been-emptied'"],
		['fr', 'Commandes, sessions et uploads : Redis, S3, PostgreSQL'],
		['es', 'Guarda los uploads en un bucket, no en el disco local.'],
		['es', 'El artículo "Why we moved all sessions to Redis" explica el motivo.'],
		['es', 'Deploy con Docker Compose y GitHub Actions'],
		['es', 'Feature flags: orden por orden'],
		['pt-BR', 'Faça o deploy do worker antes do servidor web.'],
		['pt-BR', 'O cluster usa pods, probes e um rolling update.'],
		['de', 'Der Worker holt die Order aus der Queue und schreibt den Status zurück.'],
		['de', 'Das Session-Management im Express-Server'],
		['it', 'Il worker fa il restart del container e svuota la cache.'],
		['nl', 'De server bewaart de sessie in Redis en niet in het geheugen.'],
		['nl', 'Start de worker opnieuw als de order in de queue blijft.'],
		['sv', 'Servern sparar sessionen i Redis och inte i minnet.'],
		['da', 'Serveren gemmer ordren, før svaret bliver sendt.'],
		['ca', 'El servidor desa la sessió a Redis i no a la memòria.'],
		['gl', 'O servidor garda a sesión en Redis e non na memoria do proceso.'],
		['id', 'Server menyimpan sesi di Redis, bukan di memori proses.'],
		['af', 'Die bediener stoor die sessie in Redis en nie in die geheue nie.'],
		['ja', 'Express の middleware で session を Redis に保存します。'],
		['zh', '用 Redis 保存 session，不要放在 Node.js 进程里。'],
		['ru', 'Храните session в Redis, а upload в S3.'],
	])('%s: %s', (target, text) => {
		const counterpart = 'Keep the sessions of the order service in Redis.';
		expect(verdict('en', target, text, counterpart)).toBe(false);
		expect(verdict('en', target, text)).toBe(false);
	});

	test.each([
		['ja', 'en', 'The order is written to the 注文 table.'],
		['zh', 'ja', '注文はデータベースに保存されます。'],
		['fr', 'es', 'Cada pedido se guarda en la base de datos antes de responder.'],
		['pt-BR', 'es', 'Las sesiones viven en Redis y no en la memoria del proceso.'],
	])('from %s to %s: %s', (source, target, text) => {
		expect(verdict(source, target, text)).toBe(false);
	});
});

test('a first look sees what is left over between languages that share many short words', () => {
	const french = `Les commandes de la nuit sont prises en charge par un second processus, et les
		clients ne le voient pas. Ils ont une file de commandes par jour, dans la base de la boutique.
		Tous les envois de la journée y sont notés, avec le nom de qui les a faits.`;
	const spanish = `Los pedidos de la noche los toma un segundo proceso, sin que los clientes lo
		noten. Hay una cola de pedidos de la mañana y de la tarde, en la base de datos de la tienda. En ella se anotan
		todos los envíos del día, con el nombre de quien los hizo, y de la caja de la que salen.`;
	const glance = createGlance(countShortWords(french), spanish);
	expect(
		glance(
			'ils ont accès à la base de la boutique, de la caisse et de la cuisine, de jour, de nuit',
		),
	).toBe(true);
	for (const sentence of spanish.split('. ')) {
		const from = spanish.indexOf(sentence);
		expect(glance(sentence)).toBe(false);
		expect(glance(spanish, from, from + sentence.length)).toBe(false);
	}
});

test.each([
	['es', 'fr', '«Pedidos de la noche»'],
	['en', 'fr', '"What other shops do"'],
])('from %s to %s, a heading in quotation marks: %s', (source, target, text) => {
	expect(verdict(source, target, text, text)).toBe(true);
});

test.each([
	['fr', 'es', 'You may charge any price for each order, and you may offer support for a fee.'],
	['fr', 'es', 'If conditions are imposed on the service, no order may be accepted.'],
	['fr', 'pt-BR', 'An order transaction is a transaction transferring an order elsewhere.'],
	['pt-BR', 'fr', 'The queue keeps an order until a worker has taken it from there.'],
	['de', 'nl', 'Whoever opens the shop first also switches on the lights in the hall.'],
])('from %s to %s, what the source quotes in English: %s', (source, target, text) => {
	expect(verdict(source, target, text, text)).toBe(false);
});

test.each([
	['fr', 'es', 'Une commande est enregistrée avant d’être confirmée au client.'],
	['fr', 'pt-BR', 'Le processus redémarre chaque nuit, sans perdre une commande.'],
	['de', 'nl', 'Jede Bestellung wird gespeichert, bevor der Kunde eine Antwort bekommt.'],
])('from %s to %s, what was copied: %s', (source, target, text) => {
	expect(verdict(source, target, text, text)).toBe(true);
});

test('a variant of the language of the source is the same language', () => {
	const text = 'Every order is written to the database before the upload begins.';
	expect(verdict('en', 'en-GB', text, text)).toBe(false);
	expect(verdict('pt-PT', 'pt-BR', 'Cada encomenda fica na base de dados.')).toBe(false);
});

test('from a language that the library does not know, only a copied sentence is untranslated', () => {
	const text = 'Ĉiu mendo estas skribita en la datumbazo de la vendejo.';
	expect(verdict('eo', 'en', text, text)).toBe(true);
	expect(verdict('eo', 'en', text)).toBe(false);
	expect(verdict('eo', 'en', 'Redis, Memcached', 'Redis, Memcached')).toBe(false);
});

test('to a language that the library does not know, English is told from all others', () => {
	expect(verdict('en', 'gl', 'Sessions live in Redis, so that any process can answer.')).toBe(true);
});

test('a malformed tag does no harm', () => {
	expect(verdict('en', '!', 'The order is written to the database first.')).toBe(true);
});

test('a verdict needs the library, a suspicion does not', () => {
	const idle = createLanguages();
	const text = 'The order is written first.';
	const sourceWords = () => new Set(wordsOf(text));
	expect(isSuspect(text, sourceWords)).toBe(true);
	expect(() => findUntranslated(text, text, { source: 'en', target: 'fr' }, idle)).toThrow(
		'load()',
	);
});

describe('suspicion', () => {
	const page =
		'Keep the sessions in Redis. The upload of an order is stored in a bucket, not here.';
	const sourceWords = () => new Set(wordsOf(page));
	test.each([
		[true, 'Keep the sessions in Redis.'],
		[true, 'The order is kept in a table.'],
		[
			true,
			'Les commandes attendent. The upload is in a bucket. On les relit plus tard, une à une.',
		],
		[false, 'Conservez les sessions dans une mémoire partagée.'],
		[false, 'Bucket'],
		[false, ''],
	])('%s: %s', (expected, text) => {
		expect(isSuspect(text, sourceWords)).toBe(expected);
	});
});

test('words', () => {
	expect(wordsOf('L’envoi n° 3 : Déjà là!')).toEqual(["l'envoi", 'n', 'déjà', 'là']);
	expect(wordsOf('注文を')).toEqual(['注', '文', 'を']);
	expect(wordsOf('42')).toEqual([]);
});
