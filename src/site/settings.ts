/** What the environment decides about the site; every value has a default that works at home. */
export const settings = {
	/** Origin that the site is published at. */
	site: process.env.SITE_URL || 'http://localhost:4321',
	/** Path below the origin, with a slash at both ends. */
	base: `/${process.env.BASE_PATH ?? ''}/`.replace(/\/+/g, '/'),
	/** Content folder, relative to the project. */
	contentDir: process.env.CONTENT_DIR || 'content',
	/** Where Astro keeps rendered pages and images between builds; its own default without it. */
	cacheDir: process.env.CACHE_DIR,
	/** Address of the repository; without it there are no links to it. */
	repository: process.env.REPOSITORY_URL,
	/** Where a page's path is appended to edit it; other content folders are not ours to edit. */
	get editUrl(): string | undefined {
		if (!this.repository || this.contentDir !== 'content') return undefined;
		return `${this.repository}/edit/${process.env.REPOSITORY_BRANCH || 'main'}/`;
	},
	/** The editor for a new file; its path and its text go into the query. */
	get newFileUrl(): string | undefined {
		return this.editUrl?.replace('/edit/', '/new/').replace(/\/$/, '');
	},
	/** Where a page's path is appended to see how it has changed. */
	get historyUrl(): string | undefined {
		return this.editUrl?.replace('/edit/', '/commits/');
	},
};
