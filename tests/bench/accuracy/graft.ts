import type { Pair } from './fault.ts';
import { parsePage, type ParsedPage } from './parsed-page.ts';

/**
 * The pair with a part of our own at the end of both pages, so that faults have a place on pages
 * without quotations, images or components. Nothing for languages the part does not speak.
 *
 * @param isMdx adds a component, too
 */
export function graft(pair: Pair, isMdx: boolean): Pair | undefined {
	const source = PARTS[pair.sourceLang.split('-')[0]!];
	const target = PARTS[pair.targetLang.split('-')[0]!];
	if (!source || !target) return undefined;
	const hasHead = [pair.source, pair.target].some(({ text }) => text.startsWith('---\n'));
	try {
		return {
			...pair,
			source: append(pair.source, source, !hasHead, isMdx),
			target: append(pair.target, target, !hasHead, isMdx),
			sourcePath: isMdx ? asMdx(pair.sourcePath) : pair.sourcePath,
			targetPath: isMdx ? asMdx(pair.targetPath) : pair.targetPath,
		};
	} catch {
		// Many pages of Markdown are no valid MDX.
		return undefined;
	}
}

/** Words of the part in one language, in the order in which they stand in it. */
type Words = readonly [
	title: string,
	quote: string,
	image: string,
	summary: string,
	details: string,
	name: string,
	setting: string,
	use: string,
	port: string,
	store: string,
	warning: string,
	step: string,
	check: string,
	comment: string,
];

const PARTS: Readonly<Record<string, Words>> = {
	en: [
		'How we run the orders service',
		'An order that nobody can find again was never taken by our service, whatever the log says.',
		'Path of an order from the browser to the store',
		'Why uploads wait',
		'An upload waits until its session has been read from the store that all instances share.',
		'Name',
		'Setting',
		'Use',
		'Where the service listens',
		'Where the sessions are kept',
		'Every instance must know the same store, or half of the sessions seem to be lost.',
		'Start the store before the first instance of the service.',
		'Ask the service for the oldest order that is still open.',
		'give up after three attempts to reach the store',
	],
	fr: [
		'Comment nous exploitons le service des commandes',
		'Une commande que personne ne retrouve n’a jamais été prise par notre service, quoi que dise le journal.',
		'Chemin d’une commande, du navigateur au stockage',
		'Pourquoi les envois attendent',
		'Un envoi attend que sa session ait été lue dans le stockage que partagent toutes les instances.',
		'Nom',
		'Réglage',
		'Usage',
		'Là où le service écoute',
		'Là où sont gardées les sessions',
		'Chaque instance doit connaître le même stockage, sinon la moitié des sessions semble perdue.',
		'Démarrez le stockage avant la première instance du service.',
		'Demandez au service la plus ancienne commande encore ouverte.',
		'abandonner après trois tentatives pour joindre le stockage',
	],
	pt: [
		'Como operamos o serviço de pedidos',
		'Um pedido que ninguém consegue encontrar nunca foi aceito pelo nosso serviço, não importa o que diga o log.',
		'Caminho de um pedido, do navegador ao armazenamento',
		'Por que os envios esperam',
		'Um envio espera até que sua sessão tenha sido lida no armazenamento que todas as instâncias compartilham.',
		'Nome',
		'Configuração',
		'Uso',
		'Onde o serviço escuta',
		'Onde ficam guardadas as sessões',
		'Cada instância deve conhecer o mesmo armazenamento, ou metade das sessões parece perdida.',
		'Inicie o armazenamento antes da primeira instância do serviço.',
		'Peça ao serviço o pedido mais antigo que ainda está aberto.',
		'desistir depois de três tentativas de alcançar o armazenamento',
	],
	es: [
		'Cómo operamos el servicio de pedidos',
		'Un pedido que nadie puede encontrar nunca fue aceptado por nuestro servicio, diga lo que diga el registro.',
		'Camino de un pedido, del navegador al almacén',
		'Por qué esperan las subidas',
		'Una subida espera hasta que su sesión se haya leído del almacén que comparten todas las instancias.',
		'Nombre',
		'Ajuste',
		'Uso',
		'Donde escucha el servicio',
		'Donde se guardan las sesiones',
		'Cada instancia debe conocer el mismo almacén, o la mitad de las sesiones parecerá perdida.',
		'Arranque el almacén antes de la primera instancia del servicio.',
		'Pida al servicio el pedido más antiguo que siga abierto.',
		'abandonar tras tres intentos de alcanzar el almacén',
	],
};

function append(page: ParsedPage, words: Words, withHead: boolean, isMdx: boolean): ParsedPage {
	const head = withHead ? `---\norder: 3\ndraft: false\n---\n\n` : '';
	return parsePage(`${head}${page.text.trimEnd()}\n\n${part(words, isMdx)}`, isMdx);
}

function part(words: Words, isMdx: boolean): string {
	const [title, quote, image, summary, details, ...rest] = words;
	const [name, setting, use, port, store, warning, step, check, comment] = rest;
	return `## ${title}

> ${quote}

![${image}](https://orders.example/order-path.png)

<details>
<summary>${summary}</summary>

${details}

</details>

| ${name} | ${setting} | ${use} |
| --- | --- | --- |
| port | \`PORT\` | ${port} |
| store | \`STORE_URL\` | ${store} |

:::caution
${warning}
:::

<script src="https://orders.example/map.js"></script>

1. ${step} (\`npm start\`)
2. ${check}

\`\`\`js title="orders.js" {2}
// ${comment}
const attempts = 3;
const store = await openStore(attempts);
logger.info('store is open');
\`\`\`
${isMdx ? `\n<Steps>\n\n1. ${check}\n2. ${step}\n\n</Steps>\n` : ''}`;
}

/** `asMdx('fr/orders.md')` => `'fr/orders.mdx'` */
function asMdx(path: string): string {
	return path.replace(/\.\w+$/, '.mdx');
}
