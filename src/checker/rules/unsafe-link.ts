import { eachBlock } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { excerpt } from '../excerpt.ts';
import { frontMatterElements } from '../html/front-matter-elements.ts';
import { headTexts } from '../html/head-texts.ts';
import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';
import type { Rule } from '../rule.ts';
import { unparsedTags } from '../html/unparsed-tags.ts';
import { isCodeTarget, isUnsafeTarget } from '../safety/unsafe-target.ts';

/** Targets that run code, or hide what they show. */
export const unsafeLink: Rule<Pair> = {
	id: 'unsafe-link',
	severity: 'error',
	description: 'A `javascript:`, `data:` or similar target that the source lacks.',
	messages: {
		target:
			'The target `{url}` can run or hide code, and the source lacks it. Write the target of the source.',
	},
	*check({ source, target }) {
		const unsafe = [
			...targetsOf(target, isUnsafeTarget),
			...headTargets(target).filter(({ url }) => isCodeTarget(url)),
		];
		if (unsafe.length === 0) return;
		const all = [...targetsOf(source, () => true), ...headTargets(source)];
		const known = new Set(all.map(({ url }) => url));
		for (const { url, span } of unsafe)
			if (!known.has(url))
				yield { file: target, messageId: 'target', data: { url: excerpt(url, 100) }, range: span };
	},
};

interface Address {
	readonly url: string;
	readonly span: Range;
}

/** Attributes of HTML that hold an address. */
const ADDRESSES = /^(?:href|src|action|formaction|data|poster|background|cite|srcset|to|link|url)$/;

/** Whether code may run: a browser takes no notice of tabs, and of what breaks the lines of a text. */
function mayRun(written: string): boolean {
	return RUNS.test(written) || (BREAKS.test(written) && RUNS.test(written.replace(/\s+/g, '')));
}

const RUNS = /script\s*:|text\/html/i;
/** A tab, or what begins a text of YAML or TOML that keeps its lines. */
const BREAKS = /\t|[|>][-+\d]*[ \t]*(?:#.*)?\r?$|"""|'''/m;

function headTargets(document: Document): Address[] {
	return [...headTexts(document, mayRun)].map(({ value, span }) => ({ url: value, span }));
}

/** @param isWanted most targets are not, and are never kept */
function targetsOf(document: Document, isWanted: (url: string) => boolean): Address[] {
	const targets: Address[] = [];
	const add = (url: string, span: Range): void => {
		if (isWanted(url)) targets.push({ url, span });
	};
	for (const elements of [frontMatterElements(document), unparsedTags(document)])
		for (const { tag, span } of elements)
			for (const [name, url] of tag.attributes) if (ADDRESSES.test(name)) add(url, span);
	for (const { inlines, attributes, span } of eachBlock(document.blocks)) {
		if (attributes)
			for (const { name, value } of attributes) if (ADDRESSES.test(name)) add(unbrace(value), span);
		for (const inline of inlines)
			if (inline.kind === 'link' || inline.kind === 'image') add(inline.value, inline.span);
			else if (inline.kind === 'tag' && inline.value !== 'a' && inline.value !== 'img') {
				for (const [name, url] of inline.tag.attributes)
					if (ADDRESSES.test(name)) add(url, inline.span);
			} else if (inline.kind === 'component')
				for (const { name, value } of inline.attributes)
					if (ADDRESSES.test(name)) add(unbrace(value), inline.span);
	}
	return targets;
}

/** `unbrace('{"javascript:x"}')` => `'javascript:x'` */
function unbrace(value: string): string {
	return value.replace(/^\{\s*["'`]?|["'`]?\s*\}$/g, '');
}
