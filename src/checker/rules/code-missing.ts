import { eachBlock, type Block } from '../document/block.ts';
import { loneBlocks } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Remark, Rule } from '../rule.ts';

/** A code block of the source that the translation lacks. */
export const codeMissing: Rule<Pair> = {
	id: 'code-missing',
	severity: 'error',
	description: 'A code block of the source that the translation lacks.',
	messages: {
		missing: 'The code block that begins with `{excerpt}` is missing. Copy it from the source.',
		'missing-several':
			'{count} code blocks are missing here, the first begins with `{excerpt}`. Copy them from the source.',
	},
	fixable: ['missing', 'missing-several'],
	*check(pair) {
		for (const remark of loneBlocks(pair, ['code']))
			if (remark.messageId.startsWith('missing'))
				yield { ...remark, ...(becameText(remark, pair) && { isFixable: false }) };
	},
};

/** Whether code may have lost its fence: at its place stands a block that is nothing of the source's. */
function becameText({ range }: Remark, { target, alignment }: Pair): boolean {
	const isThere = ({ span: { start } }: Block): boolean =>
		start.line === range?.start.line && start.column === range.start.column;
	const block = eachBlock(target.blocks).find((each) => isThere(each) && each.kind === 'paragraph');
	if (!block) return false;
	return ![...alignment.matches, ...alignment.extra].some((each) => each.target === block);
}
