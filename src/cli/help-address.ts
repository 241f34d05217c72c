/** Where people read about a rule: on the site, or in the repository that a workflow runs for. */
export function helpAddress(ruleId: string): string {
	const { SITE_URL, BASE_PATH = '/', GITHUB_REPOSITORY } = process.env;
	if (!SITE_URL && GITHUB_REPOSITORY) return fileAddress(`content/en/checks/${ruleId}.md`);
	const base = new URL(`/${BASE_PATH}/`.replace(/\/+/g, '/'), SITE_URL || 'http://localhost:4321');
	return new URL(`checks/${ruleId}/`, base).href;
}

/** For people at a terminal, unless it leads to a server that they would have to start first. */
export function publicHelp(): { readonly helpAddress?: (ruleId: string) => string } {
	const { SITE_URL, GITHUB_REPOSITORY } = process.env;
	return SITE_URL || GITHUB_REPOSITORY ? { helpAddress } : {};
}

/** A file, and a line in it, as it was when the workflow ran. */
export function fileAddress(path: string, line?: number): string {
	const {
		GITHUB_SERVER_URL = 'https://github.com',
		GITHUB_REPOSITORY = '',
		GITHUB_SHA = 'HEAD',
	} = process.env;
	const encoded = path.split('/').map(encodeURIComponent).join('/');
	const place = line === undefined ? '' : `?plain=1#L${line}`;
	return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/${encoded}${place}`;
}
