import type { Comparison } from './compare-code.ts';

/** A way to write a comment that fills its line, and the languages in which it would be code. */
interface Style {
	readonly line: RegExp;
	readonly except: RegExp;
}

const C_LIKE =
	/^(?:c|cpp|csharp|objective-c|objective-cpp|java|javascript|typescript|php|rust|go)$/;
/** After a marker that is an operator elsewhere, only what reads like a sentence. */
const SENTENCE = String.raw`[^()[\]{}=;]*\p{L}{2,}[^()[\]{}=;]*$`;

const STYLES: readonly Style[] = [
	{ line: /^\s*\/\/(?:\s|$)/, except: /^markdown$/ },
	{ line: /^\s*#+(?:\s|$)/, except: /^(?:c|cpp|objective-c|objective-cpp|css|markdown)$/ },
	{ line: new RegExp(`^\\s*--\\s${SENTENCE}`, 'u'), except: /^(?:diff|yaml|markdown)$/ },
	{ line: new RegExp(`^\\s*;+\\s${SENTENCE}`, 'u'), except: C_LIKE },
	{ line: /^\s*<!--\s(?:(?!--!?>).)*-->\s*$/, except: /^markdown$/ },
	{ line: /^\s*\/\*+\s(?:(?!\*\/).)*\*\/\s*$/, except: /^(?:markdown|shellscript)$/ },
];

/** What takes the next line into a comment in C, and what ends a comment in PHP. */
const REACHES_CODE = /\\\s*$|\?>/;

/** Both blocks without whole-line comments, for each style that both have such lines in. */
export function* withoutForeignComments(
	{ sourceLines, targetLines }: Pick<Comparison, 'sourceLines' | 'targetLines'>,
	language: string,
): Generator<Pick<Comparison, 'sourceLines' | 'targetLines'>> {
	for (const { line, except } of STYLES) {
		if (except.test(language)) continue;
		const [source, target] = [sourceLines, targetLines].map((lines) =>
			lines.filter((text) => !line.test(text) || REACHES_CODE.test(text)),
		) as [string[], string[]];
		if (source.length < sourceLines.length && target.length < targetLines.length)
			yield { sourceLines: source, targetLines: target };
	}
}
