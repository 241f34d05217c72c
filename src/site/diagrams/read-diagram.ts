import type { DiagramProblem } from '../../checker/corpus.ts';
import type { Diagram, DiagramReader } from './diagram.ts';
import { flowchartReader } from './read-flowchart.ts';
import { openFrames, sequenceReader } from './read-sequence.ts';
import { stateReader } from './read-states.ts';

/**
 * Understands a diagram in Mermaid, or tells what keeps it from being drawn. It reads less than
 * Mermaid, and nothing in another way: what it does not know is a problem, so that no part of a
 * diagram is left out of its picture.
 */
export function readDiagram(code: string): Diagram | DiagramProblem {
	const [header, ...statements] = statementsOf(code);
	if (!header) return { messageId: 'empty', line: 0 };
	const kind = KINDS.find(({ header: pattern }) => pattern.test(header.text));
	if (!kind) return { messageId: 'kind', line: header.line, found: header.text.split(/\s/)[0]! };
	const reader = kind.reader(kind.header.exec(header.text)!);
	const alternative = { title: '', description: '' };
	for (const { text, line } of statements) {
		const [, name, value] = /^acc(Title|Descr)\s*:\s*(.*)$/.exec(text) ?? [];
		if (name) alternative[name === 'Title' ? 'title' : 'description'] = value!;
		else if (!reader.read(text)) return { messageId: kind.name, line, found: text };
	}
	const { picture } = reader;
	const { line } = header;
	if (!alternative.title) return { messageId: 'title', line };
	if (!alternative.description) return { messageId: 'description', line };
	if ((picture.kind === 'graph' ? picture.nodes : picture.participants).size === 0)
		return { messageId: 'empty', line };
	if (picture.kind === 'sequence' && openFrames(picture.events) > 0)
		return { messageId: 'unclosed', line: statements.at(-1)!.line };
	return { ...alternative, picture };
}

interface Kind {
	/** Of the message about a line that is not understood. */
	readonly name: 'flowchart' | 'state' | 'sequence';
	readonly header: RegExp;
	readonly reader: (header: RegExpExecArray) => DiagramReader;
}

const KINDS: readonly Kind[] = [
	{
		name: 'flowchart',
		header: /^(?:flowchart|graph)(?:\s+(TB|TD|BT|LR|RL))?$/,
		reader: ([, direction]) => flowchartReader(direction),
	},
	{ name: 'state', header: /^stateDiagram(?:-v2)?$/, reader: stateReader },
	{ name: 'sequence', header: /^sequenceDiagram$/, reader: sequenceReader },
];

/** Lines that say something, zero-based; those that begin with `%%` are comments. */
function statementsOf(code: string): { text: string; line: number }[] {
	return code
		.split(/\r\n|\r|\n/)
		.map((text, line) => ({ text: text.trim(), line }))
		.filter(({ text }) => text !== '' && !/^%%(?!\{)/.test(text));
}
