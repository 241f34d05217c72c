import { pageSlug, type Corpus } from '../corpus.ts';
import type { Page } from '../page.ts';
import type { Rule } from '../rule.ts';

/** Pages that would get the same address: readers would see one of them, chosen by chance. */
export const pageAddress: Rule<Corpus> = {
	id: 'page-address',
	severity: 'error',
	description: 'A page whose address is taken.',
	messages: {
		taken: '`/{address}` is also the address of `{other}`. Rename one of the two files.',
		reserved: '`/{address}` is the address of {owner}. Rename the file or its folder.',
	},
	*check({ pages, folders }) {
		const [source, ...targets] = folders;
		const owners = new Map<string, Page>();
		for (const page of pages) {
			const slug = pageSlug(page.page);
			const parts = page.locale === source ? [slug] : [page.locale, slug];
			const address = parts
				.filter(Boolean)
				.map((part) => `${part}/`)
				.join('');
			const first = slug.split('/')[0]!;
			const owner = owners.get(address);
			if (owner) yield { file: page, messageId: 'taken', data: { address, other: owner.path } };
			else if (slug === '404')
				yield {
					file: page,
					messageId: 'reserved',
					data: { address, owner: 'the “not found” page' },
				};
			else if (page.locale === source && targets.includes(first))
				yield {
					file: page,
					messageId: 'reserved',
					data: { address, owner: `the language folder \`${first}\`` },
				};
			else owners.set(address, page);
		}
	},
};
