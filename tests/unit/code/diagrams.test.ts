import { expect, test } from 'vitest';
import { commentsOf } from '../../../src/checker/code/compare-code.ts';
import { createGrammars } from '../../../src/checker/code/grammars.ts';
import { testVerdicts, type Row } from './verdict-table.ts';

const flowchart = `flowchart TD
  accTitle: How an order is paid
  accDescr: The shop asks the bank, and ships the order if it agrees.
  shop["Shop (web)"] -->|asks| bank[(Bank)]
  bank -- agrees in time --> shipped([Shipped])
  bank -. says nothing .-> waiting{Waiting?}
  subgraph later [One day later]
    waiting == too late ==> closed(Closed)
  end`;
const translatedFlowchart = `flowchart TD
  accTitle: Comment une commande est payée
  accDescr: La boutique interroge la banque, puis expédie la commande si elle accepte.
  shop["Boutique (web)"] -->|interroge| bank[("La banque")]
  bank -- accepte sous peu-de-temps --> shipped([Expédiée])
  bank -. ne dit rien .-> waiting{En attente ?}
  subgraph later [Un jour plus tard]
    waiting == trop tard ==> closed(Fermée)
  end`;

const states = `stateDiagram-v2
  accTitle: States of an order
  accDescr {
    An order is open
    until it is paid.
  }
  [*] --> Open
  Open: Open, can be changed
  state "Paid, and being packed" as Paid
  Open --> Paid : the bank agrees
  Paid-->[*]:the parcel leaves
  note right of Paid
    Kept for ten years
  end note
  note left of Open : Two days at most`;
const translatedStates = `stateDiagram-v2
  accTitle: États d’une commande
  accDescr: Une commande est ouverte jusqu’à son paiement.
  [*] --> Open
  Open: Ouverte, modifiable
  state "Payée, en cours d’emballage" as Paid
  Open --> Paid : la banque accepte
  Paid-->[*]:le colis part
  note right of Paid
    Conservée
    pendant dix ans
  end note
  note left of Open : Deux jours au plus`;

const sequence = `sequenceDiagram
  accTitle: A payment
  accDescr: The shop asks the bank until it answers.
  participant S as Shop
  actor B as Bank
  S->>B: pay {order} now
  loop every five seconds
    S-->>+B: paid?
  end
  alt the bank agrees
    B-->>-S: yes: it is
  else it does not
    B-xS:no
  end
  Note over S,B: the end of the day`;
const translatedSequence = `sequenceDiagram
  accTitle: Un paiement
  accDescr: La boutique interroge la banque jusqu’à ce qu’elle réponde.
  participant S as Boutique
  actor B as Banque
  S->>B: payer la {commande} maintenant
  loop toutes les cinq secondes
    S-->>+B: payé ?
  end
  alt la banque accepte
    B-->>-S: oui : c’est fait
  else elle refuse
    B-xS:non
  end
  Note over S,B: la fin de la journée`;

function change(code: string, from: string, to: string): string {
	expect(code).toContain(from);
	return code.replace(from, to);
}

const row = (claim: string, source: string, target: string, verdict: Row[4]): Row => [
	claim,
	'mermaid',
	source,
	target,
	verdict,
];

testVerdicts([
	row('words of a flowchart', flowchart, translatedFlowchart, 'comments'),
	row('words of states', states, translatedStates, 'comments'),
	row('words of a sequence', sequence, translatedSequence, 'comments'),
	row(
		'a lost arrow',
		flowchart,
		change(translatedFlowchart, '  bank -. ne dit rien .-> waiting{En attente ?}\n', ''),
		'code',
	),
	row('a lost node', flowchart, change(translatedFlowchart, '-->|interroge| bank', ''), 'code'),
	row('a node of another name', flowchart, change(translatedFlowchart, 'closed', 'fermée'), 'code'),
	row('an arrow of another kind', flowchart, change(translatedFlowchart, '-->|', '-.->|'), 'code'),
	row('a lost label', flowchart, change(translatedFlowchart, '|interroge|', ''), 'code'),
	row('a lost title', flowchart, change(translatedFlowchart, 'accTitle', '%% accTitle'), 'code'),
	row('another direction', flowchart, change(translatedFlowchart, 'TD', 'LR'), 'code'),
	row('a lost transition', states, change(translatedStates, '  [*] --> Open\n', ''), 'code'),
	row(
		'a transition turned round',
		states,
		change(translatedStates, 'Open --> Paid', 'Paid --> Open'),
		'code',
	),
	row(
		'a translated state',
		states,
		change(translatedStates, '[*] --> Open', '[*] --> Ouverte'),
		'code',
	),
	row('a lost message', sequence, change(translatedSequence, '    S-->>+B: payé ?\n', ''), 'code'),
	row(
		'a message to another',
		sequence,
		change(translatedSequence, 'S->>B: payer', 'B->>S: payer'),
		'code',
	),
	row(
		'a lost alternative',
		sequence,
		change(translatedSequence, '  else elle refuse\n', ''),
		'code',
	),
	row(
		'a lost participant',
		sequence,
		change(translatedSequence, '  actor B as Banque\n', ''),
		'code',
	),
	row(
		'words that are nodes in kinds whose syntax is not known',
		'mindmap\n  orders\n    paid',
		'mindmap\n  commandes\n    payées',
		'strings',
	),
]);

test('the text alternative of a diagram is read as its comments are', async () => {
	const block = { language: 'mermaid', meta: '', code: `${sequence}\n  %% Ask the bank` };
	const comments = await createGrammars().use((found) => commentsOf(block, found));
	expect(comments).toEqual([
		{ line: 1, column: 2, text: 'A payment' },
		{ line: 2, column: 2, text: 'The shop asks the bank until it answers.' },
		{ line: 15, column: 2, text: 'Ask the bank' },
	]);
});
