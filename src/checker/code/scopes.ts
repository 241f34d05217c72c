/**
 * What a piece of a line is: `text` is prose between tags, which may move within its sentence;
 * `string` is quoted.
 */
export type TokenKind = 'code' | 'string' | 'text' | 'comment';

export interface Token {
	readonly kind: TokenKind;
	/** Whether it stands in a hole of a string or of text: `${order.id}`. */
	readonly inHole: boolean;
	/** Whether it stands where a string may stand without quotes: a plain value of YAML. */
	readonly isUnquoted: boolean;
	readonly from: number;
	readonly to: number;
}

/** What the scopes of a token, outermost first, say that it is. */
export function classify(scopes: readonly string[]): Omit<Token, 'from' | 'to'> {
	let kind: TokenKind | undefined;
	let isUnquoted = false;
	let inHole = false;
	let sawHole = false;
	let sawEdge = false;
	for (let i = scopes.length - 1; i > 0; i--) {
		const decision = decide(scopes[i]!);
		if (decision === undefined) continue;
		if (decision === 'comment') return { kind: 'comment', inHole: false, isUnquoted: false };
		const isProse = decision === 'string' || decision === 'text';
		if (kind === undefined) {
			if (decision === 'string' && scopes[i - 1]!.startsWith('meta.object-literal.key'))
				kind = 'code';
			else kind = isProse ? decision : 'code';
			isUnquoted = decision === 'unquoted';
		} else if (isProse && sawHole && !sawEdge) inHole = true;
		if (decision === 'edge') sawEdge = true;
		if (decision === 'hole' || decision === 'formatted') sawHole = true;
		if (decision === 'formatted' && kind === 'code' && !sawEdge) inHole = true;
	}
	const isMarkup = scopes[0]!.startsWith('text.');
	return { kind: kind ?? (isMarkup ? 'text' : 'code'), inHole, isUnquoted };
}

/**
 * What a name of a scope decides. A `hole` is code within a string, `formatted` a string that its
 * grammar does not call one around its holes; an `edge` ends the prose around it.
 */
type Decision = TokenKind | 'unquoted' | 'hole' | 'formatted' | 'edge';

/** Names follow https://macromates.com/manual/en/language_grammars; the first match decides. */
const DECISIONS: readonly (readonly [name: RegExp, decision: Decision])[] = [
	[/^comment|^string\.quoted\.docstring/, 'comment'],
	[/^string\.unquoted\.(?:cdata|heredoc\.(?:php|ruby|nowdoc))/, 'string'],
	[/^string\.unquoted\.(?:plain|block|heredoc)/, 'unquoted'],
	[/^string\.(?:regexp|unquoted|interpolated|key|quoted\.other\.backtick)/, 'code'],
	[/^(?:support\.type\.property-name|entity\.name\.import)/, 'code'],
	[/^string/, 'string'],
	[/^(?:meta\.jsx\.children|text\.)/, 'text'],
	[/^(?:meta\.tag(?!\.attributes)|punctuation\.definition\.tag|entity\.name\.tag)/, 'edge'],
	[/^meta\.fstring/, 'formatted'],
	[/^(?:meta\.(?:template\.expression|embedded|interpolation)|source\.)/, 'hole'],
	[/^(?:variable|punctuation\.definition\.(?:variable|template-expression))/, 'hole'],
	[/^(?:punctuation\.section\.(?:embedded|interpolation)|constant\.other\.placeholder)/, 'hole'],
	[/^constant\.character\.format\.placeholder/, 'hole'],
];

/** Names are few and asked for at every token. */
const decided = new Map<string, Decision | undefined>();

function decide(name: string): Decision | undefined {
	if (decided.has(name)) return decided.get(name);
	const decision = DECISIONS.find(([pattern]) => pattern.test(name))?.[1];
	decided.set(name, decision);
	return decision;
}
