import { z } from 'astro/zod';

/** A section whose English text has changed since it was translated, as readers are told of it. */
const staleSection = z.object({
	/** `introduction`: what precedes the first section. `gone`: English no longer has it. */
	kind: z.enum(['section', 'introduction', 'gone']),
	/** The words of its heading; empty for the introduction. */
	name: z.string(),
	/** Id of its heading, the same in every language; absent where there is none to go to. */
	anchor: z.string().optional(),
	/** Language of the name where it is not the page's. */
	lang: z.string().optional(),
});

/** How a translated page stands to its source: what the checker says of it when the site builds. */
export const translationField = z.object({
	state: z.enum(['current', 'stale', 'unrecorded', 'broken', 'missing']),
	/** Findings of severity error. */
	errors: z.number(),
	staleSections: z.array(staleSection),
});

export type StaleSection = z.output<typeof staleSection>;
export type Translation = z.output<typeof translationField>;
