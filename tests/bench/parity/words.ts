/** What a page of the benchmark is about, in each language. */
export const TOPICS: Readonly<Record<string, readonly string[]>> = {
	en: ['orders', 'uploads', 'sessions', 'invoices', 'carts', 'refunds', 'messages', 'reports'],
	fr: ['commandes', 'envois', 'sessions', 'factures', 'paniers', 'avoirs', 'messages', 'rapports'],
	'pt-br': [
		'pedidos',
		'envios',
		'sessões',
		'faturas',
		'cestos',
		'estornos',
		'avisos',
		'relatórios',
	],
	es: ['pedidos', 'envíos', 'sesiones', 'facturas', 'carritos', 'abonos', 'mensajes', 'informes'],
};

/** Sentences with room for a topic, a service's name and a number. */
export const SENTENCES: Readonly<Record<string, readonly string[]>> = {
	en: [
		'The service that keeps the {topic} is called {name}, and it answers within {number} milliseconds on a quiet day.',
		'When {name} restarts, the {topic} of the last {number} seconds are read again from the queue, so nothing is lost.',
		'Our team counted {number} {topic} in one night, and only {name} noticed that the disk was almost full.',
	],
	fr: [
		'Le service qui conserve les {topic} s’appelle {name}, et il répond en {number} millisecondes lors d’une journée calme.',
		'Quand {name} redémarre, les {topic} des {number} dernières secondes sont relus depuis la file : rien ne se perd.',
		'Notre équipe a compté {number} {topic} en une nuit, et seul {name} a remarqué que le disque était presque plein.',
	],
	'pt-br': [
		'O serviço que guarda os {topic} se chama {name}, e ele responde em {number} milissegundos em um dia tranquilo.',
		'Quando {name} reinicia, os {topic} dos últimos {number} segundos são lidos de novo da fila, e nada se perde.',
		'Nossa equipe contou {number} {topic} em uma noite, e apenas {name} percebeu que o disco estava quase cheio.',
	],
	es: [
		'El servicio que guarda los {topic} se llama {name}, y responde en {number} milisegundos en un día tranquilo.',
		'Cuando {name} se reinicia, los {topic} de los últimos {number} segundos se leen otra vez de la cola: nada se pierde.',
		'Nuestro equipo contó {number} {topic} en una noche, y solo {name} notó que el disco estaba casi lleno.',
	],
};

/** A comment of the page's own code, with the same rooms. */
export const COMMENTS: Readonly<Record<string, string>> = {
	en: 'keeps the {topic} for {number} seconds, then asks {name}',
	fr: 'garde les {topic} pendant {number} secondes, puis interroge {name}',
	'pt-br': 'guarda os {topic} por {number} segundos, depois pergunta a {name}',
	es: 'guarda los {topic} durante {number} segundos, luego pregunta a {name}',
};
