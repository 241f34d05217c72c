import { createChecker } from '../../../src/checker/check.ts';
import { defaultPolicy } from '../../../src/checker/policy.ts';
import {
	createRepairer,
	type RepairedPage,
	type RepairOptions,
} from '../../../src/checker/repair/repair-page.ts';

const tags = (locale: string): string[] => [locale.toLowerCase()];
const checker = createChecker({
	...{ sourceLocale: 'en', tags, severities: {}, today: '2026-11-21' },
	policy: { ...defaultPolicy, typography: true },
});

/** A French page after its repair, by its English one. */
export async function repairPage(
	english: string,
	french: string,
	{ extension = 'md', ...options }: Partial<RepairOptions> & { extension?: string } = {},
): Promise<RepairedPage> {
	const repairer = createRepairer({ checker, tags, takesStrings: false, ...options });
	const page = `orders.${extension}`;
	return repairer.repairPage(
		{ path: `en/${page}`, page, locale: 'en', text: english },
		{ path: `fr/${page}`, page, locale: 'fr', text: french },
	);
}

/** Its text alone. */
export async function repaired(...args: Parameters<typeof repairPage>): Promise<string> {
	return (await repairPage(...args)).text;
}
