import type { Corpus } from '../corpus.ts';
import type { Rule } from '../rule.ts';
import { calloutUnknown } from './callout-unknown.ts';
import { codeUnknownLanguage } from './code-unknown-language.ts';
import { fileMisplaced } from './file-misplaced.ts';
import { fileUnreadable } from './file-unreadable.ts';
import { frontmatterInvalid } from './frontmatter-invalid.ts';
import { imageMissing } from './image-missing.ts';
import { linkBroken } from './link-broken.ts';
import { pageAddress } from './page-address.ts';
import { pageOrphan } from './page-orphan.ts';
import { pageTitle } from './page-title.ts';

/** What has to hold before content can be published, in the order a reader should meet the rules. */
export const publishingRules: readonly Rule<Corpus>[] = [
	fileUnreadable,
	fileMisplaced,
	pageOrphan,
	pageAddress,
	pageTitle,
	frontmatterInvalid,
	linkBroken,
	imageMissing,
	calloutUnknown,
	codeUnknownLanguage,
];
