/**
 * Writes the line of dashes with which a text begins as a rule of the same length where it opens no
 * front matter: pages of some generators stand between two rules. As Pandoc has it, a blank line
 * follows a rule; and no key follows that.
 */
export function rewriteLeadingRule(text: string): string {
	return LEADING_RULE.test(text) ? `***${text.slice(3)}` : text;
}

/** Dashes, a blank line, and text that no key begins; comments of YAML may stand before one. */
const LEADING_RULE =
	/^---[ \t]*\r?\n[ \t]*\r?\n(?!(?:[ \t]*(?:#.*)?\r?\n)*["']?[\w-]+["']?[ \t]*:(?:\s|$))/;
