/**
 * What the loader tells the Markdown plugins about the page that they render. It travels as the
 * page's front matter, since plugins and loader live in different module graphs.
 */
export interface RenderInstructions {
	/** One id for each heading, in the order of the document. */
	readonly headingIds: readonly string[];
	/** Link as it is written -> link as the site wants it. */
	readonly hrefs: Readonly<Record<string, string>>;
	/** Ids of headings whose section has changed in English since it was translated. */
	readonly staleIds: readonly string[];
}

/** A page body with its instructions in front, ready for Astro's `renderMarkdown`. */
export function withInstructions(body: string, instructions: RenderInstructions): string {
	return `---\n${JSON.stringify({ handbook: instructions })}\n---\n${body}`;
}

/** @param data a plugin's `ctx.data` */
export function instructionsIn(data: unknown): RenderInstructions | undefined {
	const { astro } = data as { astro?: { frontmatter?: { handbook?: RenderInstructions } } };
	return astro?.frontmatter?.handbook;
}
