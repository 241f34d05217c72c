import { eachBlock } from '../document/block.ts';
import type { Document } from '../document/document.ts';
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
			...targetsOf(target).filter(({ url }) => isUnsafeTarget(url)),
			...headTargets(target).filter(({ url }) => isCodeTarget(url)),
		];
		if (unsafe.length === 0) return;
		const known = new Set([...targetsOf(source), ...headTargets(source)].map(({ url }) => url));
		for (const { url, span } of unsafe)
			if (!known.has(url))
				yield { file: target, messageId: 'target', data: { url: url.slice(0, 100) }, range: span };
	},
};

/** Attributes of HTML that hold an address. */
const ADDRESSES = /^(?:href|src|action|formaction|data|poster|background|cite|srcset|to|link|url)$/;

/** Where it may run code; a browser takes no notice of what breaks the lines of an address. */
const RUNS = /s\s*c\s*r\s*i\s*p\s*t\s*:|t\s*e\s*x\s*t\s*\/\s*h\s*t\s*m\s*l/i;

function headTargets(document: Document): { readonly url: string; readonly span: Range }[] {
	return [...headTexts(document, RUNS)].map(({ value, span }) => ({
		url: value,
		span,
	}));
}

function targetsOf(document: Document): { readonly url: string; readonly span: Range }[] {
	const targets: { url: string; span: Range }[] = [];
	for (const { tag, span } of frontMatterElements(document))
		for (const [name, url] of tag.attributes) if (ADDRESSES.test(name)) targets.push({ url, span });
	for (const block of eachBlock(document.blocks)) {
		const { inlines, attributes = [], span } = block;
		for (const { name, value } of attributes)
			if (ADDRESSES.test(name)) targets.push({ url: unbrace(value), span });
		for (const inline of inlines) {
			if (inline.kind === 'link' || inline.kind === 'image')
				targets.push({ url: inline.value, span: inline.span });
			if (inline.kind === 'tag' && inline.value !== 'a' && inline.value !== 'img')
				for (const [name, url] of inline.tag.attributes)
					if (ADDRESSES.test(name)) targets.push({ url, span: inline.span });
			if (inline.kind === 'component')
				for (const { name, value } of inline.attributes)
					if (ADDRESSES.test(name)) targets.push({ url: unbrace(value), span: inline.span });
		}
		for (const { tag, span: place } of unparsedTags(block, document))
			for (const [name, url] of tag.attributes)
				if (ADDRESSES.test(name)) targets.push({ url, span: place });
	}
	return targets;
}

/** `unbrace('{"javascript:x"}')` => `'javascript:x'` */
function unbrace(value: string): string {
	return value.replace(/^\{\s*["'`]?|["'`]?\s*\}$/g, '');
}
