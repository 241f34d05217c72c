import type { Corpus } from '../corpus.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import type { TypographyPage } from '../typography/typography-page.ts';
import { calloutDrift } from './callout-drift.ts';
import { calloutUnknown } from './callout-unknown.ts';
import { codeAttributes } from './code-attributes.ts';
import { codeDiagram } from './code-diagram.ts';
import { codeDrift } from './code-drift.ts';
import { codeExtra } from './code-extra.ts';
import { codeLanguage } from './code-language.ts';
import { codeMissing } from './code-missing.ts';
import { codeMoved } from './code-moved.ts';
import { codeStrings } from './code-strings.ts';
import { codeUnknownLanguage } from './code-unknown-language.ts';
import { componentDrift } from './component-drift.ts';
import { fileMisplaced } from './file-misplaced.ts';
import { fileUnclosed } from './file-unclosed.ts';
import { fileUnparsable } from './file-unparsable.ts';
import { fileUnreadable } from './file-unreadable.ts';
import { fileWaiver } from './file-waiver.ts';
import { frontmatterDrift } from './frontmatter-drift.ts';
import { frontmatterInvalid } from './frontmatter-invalid.ts';
import { headingLevel } from './heading-level.ts';
import { headingMissing } from './heading-missing.ts';
import { imageBroken } from './image-broken.ts';
import { imageDrift } from './image-drift.ts';
import { imageTarget } from './image-target.ts';
import { inlineCodeDrift } from './inline-code-drift.ts';
import { inventoryRules } from './inventory-rules.ts';
import { linkBroken } from './link-broken.ts';
import { linkDrift } from './link-drift.ts';
import { listDrift } from './list-drift.ts';
import { numberDrift } from './number-drift.ts';
import { pageAddress } from './page-address.ts';
import { pageOrphan } from './page-orphan.ts';
import { pageTitle } from './page-title.ts';
import { paragraphDrift } from './paragraph-drift.ts';
import { quoteDrift } from './quote-drift.ts';
import { sectionExtra } from './section-extra.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionMoved } from './section-moved.ts';
import { staleRecord } from './stale-record.ts';
import { staleSection } from './stale-section.ts';
import { tableDrift } from './table-drift.ts';
import { typographyNumbers } from './typography-numbers.ts';
import { typographyPunctuation } from './typography-punctuation.ts';
import { typographyQuotes } from './typography-quotes.ts';
import { typographySpaces } from './typography-spaces.ts';
import { typographySpelling } from './typography-spelling.ts';
import { typographyWords } from './typography-words.ts';
import { unsafeCharacters } from './unsafe-characters.ts';
import { unsafeHtml } from './unsafe-html.ts';
import { unsafeLink } from './unsafe-link.ts';
import { unsafeMdx } from './unsafe-mdx.ts';
import { untranslatedComment } from './untranslated-comment.ts';
import { untranslatedPlaceholder } from './untranslated-placeholder.ts';
import { untranslatedText } from './untranslated-text.ts';

/** What has to hold before content can be published, in the order a reader should meet the rules. */
export const publishingRules: readonly Rule<Corpus>[] = [
	fileUnreadable,
	fileMisplaced,
	pageOrphan,
	pageAddress,
	pageTitle,
	frontmatterInvalid,
	linkBroken,
	imageBroken,
	calloutUnknown,
	codeUnknownLanguage,
	codeDiagram,
];

/** Whether a file can be understood; their findings are about one page, of either side. */
export const fileRules = { fileUnreadable, fileUnparsable, fileUnclosed, frontmatterInvalid };

/** What a matched pair of pages is checked for, in the order a reader should meet the rules. */
export const pairRules: readonly Rule<Pair>[] = [
	sectionMissing,
	sectionExtra,
	sectionMoved,
	headingMissing,
	headingLevel,
	codeMissing,
	codeExtra,
	codeMoved,
	codeLanguage,
	codeAttributes,
	codeDrift,
	codeStrings,
	listDrift,
	tableDrift,
	quoteDrift,
	calloutDrift,
	componentDrift,
	paragraphDrift,
	imageDrift,
	imageTarget,
	linkDrift,
	inlineCodeDrift,
	numberDrift,
	frontmatterDrift,
	staleRecord,
	staleSection,
	untranslatedPlaceholder,
	untranslatedText,
	untranslatedComment,
];

/** How prose is set, in projects that ask for it. They look at one page alone. */
export const typographyRules: readonly Rule<TypographyPage>[] = [
	typographySpaces,
	typographyQuotes,
	typographyPunctuation,
	typographyNumbers,
	typographyWords,
	typographySpelling,
];

/** What a translation must never smuggle in. They look at pages as wholes, aligned or not. */
export const safetyRules: readonly Rule<Pair>[] = [
	unsafeHtml,
	unsafeLink,
	unsafeMdx,
	unsafeCharacters,
];

/** Every rule of parity, by what it is called and told about. */
export const parityRules: readonly Omit<Rule<never>, 'check'>[] = [
	...inventoryRules,
	...Object.values(fileRules),
	fileWaiver,
	...pairRules,
	...safetyRules,
	...typographyRules,
];
