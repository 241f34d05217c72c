import { ID, labelOf, type DiagramReader, type Sequence, type SequenceEvent } from './diagram.ts';

/** Reads a sequence: participants, messages between them, notes, and parts of it in a frame. */
export function sequenceReader(): DiagramReader {
	const picture: Sequence = { kind: 'sequence', participants: new Map(), events: [] };
	return { picture, read: (line) => readLine(line, picture) };
}

function readLine(line: string, { participants, events }: Sequence): boolean {
	const declared = PARTICIPANT.exec(line)?.groups;
	if (declared) {
		participants.set(declared.id!, labelOf(declared.text ?? declared.id!));
		return true;
	}
	const event = readEvent(line);
	if (!event) return false;
	if (event.kind === 'else' || event.kind === 'end') if (openFrames(events) === 0) return false;
	for (const id of participantsIn(event)) if (!participants.has(id)) participants.set(id, id);
	events.push(event);
	return true;
}

/** How many frames are open behind the events. */
export function openFrames(events: readonly SequenceEvent[]): number {
	return events.reduce(
		(open, { kind }) => open + Number(kind === 'open') - Number(kind === 'end'),
		0,
	);
}

/** Who takes part in an event. */
export function participantsIn(event: SequenceEvent): readonly string[] {
	if (event.kind === 'message') return [event.from, event.to];
	return event.kind === 'note' ? event.over : [];
}

function readEvent(line: string): SequenceEvent | undefined {
	if (line === 'end') return { kind: 'end' };
	const message = MESSAGE.exec(line)?.groups;
	if (message)
		return {
			kind: 'message',
			from: message.from!,
			to: message.to!,
			label: labelOf(message.text!),
			isDotted: message.arrow!.startsWith('--'),
			isLost: message.arrow!.endsWith('x'),
		};
	const note = NOTE.exec(line)?.groups;
	if (note) return { kind: 'note', over: note.over!.split(/\s*,\s*/), label: labelOf(note.text!) };
	const frame = FRAME.exec(line)?.groups;
	return frame && { kind: frame.open ? 'open' : 'else', label: labelOf(frame.text ?? '') };
}

const TEXT = String.raw`(?<text>[^\s#;][^#;]*)`;
/** `participant B as Load balancer` */
const PARTICIPANT = new RegExp(
	String.raw`^(?:participant|actor)\s+(?<id>${ID})(?:\s+as\s+${TEXT})?$`,
	'iu',
);
/** `B->>S: GET /readyz` */
const MESSAGE = new RegExp(
	String.raw`^(?<from>${ID})\s*(?<arrow>--?(?:>>|x))\s*(?<to>${ID})\s*:\s*${TEXT}$`,
	'iu',
);
/** `Note over B,S: a few seconds later` */
const NOTE = new RegExp(
	String.raw`^note\s+over\s+(?<over>${ID}(?:\s*,\s*${ID})?)\s*:\s*${TEXT}$`,
	'iu',
);
/** `alt the payment succeeds` and `else it fails` */
const FRAME = new RegExp(String.raw`^(?:(?<open>alt|opt|loop|par)|else|and)(?:\s+${TEXT})?$`, 'iu');
