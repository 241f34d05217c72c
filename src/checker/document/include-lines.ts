/**
 * Whether a text is a line that takes in another file, as MkDocs, FastAPI, VitePress, mdBook and others
 * write it: `--8<-- "a.md"`, `{* a.py hl[1] *}`, `<<< @/a.js{2}`, `{{#include a.rs}}`; or the documentation
 * of code, with its options below: `::: orders.Order`.
 */
export function isIncludeLine(text: string): boolean {
	return BEGINNINGS.has(text[0] ?? '') && INCLUDE.test(text.trim());
}

const BEGINNINGS = new Set('{<-@.:');
const INCLUDE =
	/^(?:\{\*.*\*\}|\{!.*!\}|\{\{#\w+ .*\}\}|<<< ?\S.*|-{1,2}8<-{1,2} .*|@include\b.*|\.\. (?:literal)?include:: .*|<!-- ?@include:.*-->|:::[ \t]+[A-Za-z_]\w*(?:\.\w+)+(?:\n[ \t>]+[\w-].*)*)$/;
