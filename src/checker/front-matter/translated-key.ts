/**
 * Whether people translate what a key of front matter holds: one of the keys that a project names,
 * or one that ends in such a word, as `toc_title` and `seoDescription` do.
 *
 * @param translatedKeys of the policy
 */
export function isTranslatedKey(key: string, translatedKeys: readonly string[]): boolean {
	if (translatedKeys.includes(key)) return true;
	const word = TEXT_AT_END.exec(key)?.[0].replace(/^[_-]/, '').toLowerCase();
	return word !== undefined && translatedKeys.includes(word);
}

/** Not `name` and the like: a `file_name` is for machines. */
const TEXT_AT_END =
	/[_-](?:title|subtitle|description|summary|excerpt|tagline|label|caption|alt|heading)$|(?<=[a-z\d])(?:Title|Subtitle|Description|Summary|Excerpt|Tagline|Label|Caption|Alt|Heading)$/;
