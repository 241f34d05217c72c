import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawDiagram } from '../../../src/site/diagrams/draw-diagram.ts';
import { readDiagram } from '../../../src/site/diagrams/read-diagram.ts';

const alternative = `
  accTitle: Un bon « titre » & <plus>
  accDescr: Ce que l’image "montre".`;

const flowchart = `flowchart LR${alternative}
  shop["Boutique (en ligne)"] -->|demande si le client peut payer| bank[(Banque)]
  bank -->|oui| shipped([Expédiée])
  bank -.->|aucune réponse| late{Trop tard ?}
  late ==> shop
  late --- counter(Comptoir)
  counter <--> bank
  counter -->|encore| counter`;
const states = `stateDiagram-v2${alternative}
  [*] --> Open
  Open --> Paid: la banque accepte
  Open: Ouverte,<br/>modifiable
  Paid --> [*]`;
const sequence = `sequenceDiagram${alternative}
  participant S as Boutique
  participant B as La banque du client
  loop toutes les cinq secondes
    S->>B: le client a-t-il payé sa commande d’hier ?
    alt oui
      B-->>S: payée
    else non
      B-xS: aucune réponse
    end
  end
  S->>S: attendre encore un peu avant d’expédier
  Note over S: commande expédiée
  Note over S,B: fin de la journée`;

function draw(code: string, id = 'diagram-1'): string {
	const diagram = readDiagram(code);
	if ('messageId' in diagram) throw new Error(`${diagram.messageId}: ${diagram.found ?? ''}`);
	return drawDiagram(diagram, id);
}

/** The texts of a picture, with their lines joined again. */
function textsOf(svg: string): string[] {
	return [...svg.matchAll(/<text.*?<\/text>/g)].map(([text]) =>
		[...text.matchAll(/<tspan[^>]*>(.*?)<\/tspan>/g)].map((line) => line[1]!).join(' '),
	);
}

test('a line that leaves the nodes behind it stays within the picture', () => {
	const svg = draw(`flowchart LR${alternative}
  base[base: Node.js] --> deps[deps: npm ci --omit=dev]
  base --> build[build: npm ci, npm run build]
  deps -->|node_modules| runtime[runtime: shipped]
  build -->|dist| runtime
  base --> runtime`);
	const [, , , , height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)!;
	const [, shift = 0] = /translate\(\S+,(\S+)\)/.exec(svg) ?? [];
	const rows = [...svg.matchAll(/[MQL ]-?[\d.]+,(-?[\d.]+)/g)].map(
		([, y]) => Number(y) + Number(shift),
	);
	expect(Math.min(...rows)).toBeGreaterThanOrEqual(0);
	expect(Math.max(...rows)).toBeLessThan(Number(height));
});

test('every label of a flowchart is drawn, and every arrow in its kind', () => {
	const svg = draw(flowchart);
	expect(textsOf(svg).sort()).toEqual(
		[
			'Boutique (en ligne)',
			'Banque',
			'Expédiée',
			'Trop tard ?',
			'Comptoir',
			'demande si le client peut payer',
			'oui',
			'aucune réponse',
			'encore',
		].sort(),
	);
	const lines = [...svg.matchAll(/<path class="(solid|dotted|thick)"[^>]*>/g)];
	expect(lines.map(([, kind]) => kind)).toEqual([
		...['solid', 'solid', 'dotted', 'thick', 'solid', 'solid', 'solid'],
	]);
	expect(lines.filter(([line]) => line.includes('marker-end')).length).toBe(6);
	expect(lines.filter(([line]) => line.includes('marker-start')).length).toBe(1);
});

test('a state has its description wherever that stands, and starts and ends are dots', () => {
	const svg = draw(states);
	expect(textsOf(svg).sort()).toEqual(['Ouverte, modifiable', 'Paid', 'la banque accepte'].sort());
	expect(svg.match(/class="dot"/g)).toHaveLength(2);
	expect(svg.match(/class="ring"/g)).toHaveLength(1);
});

test('every event of a sequence is drawn', () => {
	const svg = draw(sequence);
	expect(textsOf(svg).sort()).toEqual(
		[
			'Boutique',
			'La banque du client',
			'toutes les cinq secondes',
			'le client a-t-il payé sa commande d’hier ?',
			'oui',
			'payée',
			'non',
			'aucune réponse',
			'attendre encore un peu avant d’expédier',
			'commande expédiée',
			'fin de la journée',
		].sort(),
	);
	expect(svg.match(/class="frame"/g)).toHaveLength(2);
	expect(svg.match(/class="divider"/g)).toHaveLength(1);
	// What is lost has a cross instead of a tip.
	expect(svg.match(/marker-end/g)).toHaveLength(3);
});

test.each([
	['a flowchart', flowchart],
	['states', states],
	['a sequence', sequence],
])('%s have a text alternative, ids of their own, and no colours or scripts', (_, code) => {
	const svg = draw(code, 'diagram-7');
	expect(svg).toContain(
		'role="img" aria-labelledby="diagram-7-title" aria-describedby="diagram-7-description"',
	);
	expect(svg).toContain('<title id="diagram-7-title">Un bon « titre » &amp; &lt;plus></title>');
	expect(svg).toContain(
		'<desc id="diagram-7-description">Ce que l’image &quot;montre&quot;.</desc>',
	);
	for (const [, id] of svg.matchAll(/(?:id="|url\(#)([^")]*)/g)) expect(id).toMatch(/^diagram-7-/);
	expect(svg).not.toMatch(/<script|<style|fill="|stroke="|NaN|Infinity|undefined/);
});

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

function boxesOf(svg: string, className: string): Box[] {
	const shift = Number(/<g transform="translate\(([-\d.]+)/.exec(svg)?.[1] ?? 0);
	const boxes = svg.matchAll(
		new RegExp(
			`<rect class="${className}" x="([-\\d.]+)" y="([-\\d.]+)" width="([\\d.]+)" height="([\\d.]+)"`,
			'g',
		),
	);
	return [...boxes].map((found) => {
		const [x, y, width, height] = found.slice(1).map(Number) as [number, number, number, number];
		return { left: x + shift, top: y, right: x + shift + width, bottom: y + height };
	});
}

function overlap(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The diagrams of the handbook, in every language. */
const published = (
	readdirSync(join(import.meta.dirname, '../../../content'), { recursive: true }) as string[]
)
	.filter((path) => path.endsWith('.md') && !path.includes('checks'))
	.flatMap((path) =>
		[
			...readFileSync(join(import.meta.dirname, '../../../content', path), 'utf8').matchAll(
				/^```mermaid\n([\s\S]*?)^```$/gm,
			),
		].map((fence) => [path, fence[1]!] as const),
	);

describe.each<readonly [string, string]>([
	['a flowchart with long labels', flowchart],
	['states', states],
	['a sequence with long labels', sequence],
	[
		'a frame that is narrower than its label, and one of nothing',
		`sequenceDiagram${alternative}
  participant S as A
  opt si la banque ne répond toujours pas
    Note over S: fin
  end
  loop chaque fois que personne ne répond
  end`,
	],
	...published,
])('%s', (_, code) => {
	const svg = draw(code);
	const [nodes, labels] = [boxesOf(svg, 'node'), boxesOf(svg, 'gap')];

	test('stays within its picture', () => {
		expect(svg).not.toMatch(/NaN|Infinity|undefined/);
		const [left, top, width, height] = /viewBox="([^"]+)"/
			.exec(svg)![1]!
			.split(' ')
			.map(Number) as [number, number, number, number];
		expect(nodes.length).toBeGreaterThan(0);
		for (const box of [...nodes, ...labels, ...boxesOf(svg, 'note'), ...boxesOf(svg, 'frame')]) {
			expect(box.left).toBeGreaterThanOrEqual(left);
			expect(box.top).toBeGreaterThanOrEqual(top);
			expect(box.right).toBeLessThanOrEqual(left + width);
			expect(box.bottom).toBeLessThanOrEqual(top + height);
		}
	});

	test('has no box or label upon another', () => {
		const boxes = [...nodes, ...labels, ...boxesOf(svg, 'note')];
		for (const [index, box] of boxes.entries())
			for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
	});
});
