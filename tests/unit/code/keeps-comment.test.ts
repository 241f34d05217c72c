import { expect, test } from 'vitest';
import { keepsComment } from '../../../src/checker/code/keeps-comment.ts';

/** Whether a comment that both blocks have is read, where its short words say nothing. */
function isRead(code: string, language = 'js'): boolean {
	const block = { language, meta: '', code };
	return keepsComment(block, block, () => false);
}

test('four words say something, whichever they are', () => {
	expect(isRead('pay(); // Guests sometimes leave without paying')).toBe(true);
	expect(isRead('pay(); // TODO later')).toBe(false);
});

test('an address is no comment', () => {
	expect(isRead("const url = 'https://example.net/nobody/ever/reads/this/page';")).toBe(false);
});

test('a comment that only the source has is none that was kept', () => {
	const [source, target] = ['// Guests sometimes leave without paying', '// Les clients partent'];
	const blocks = [source, target].map((code) => ({ language: 'js', meta: '', code: code }));
	expect(keepsComment(blocks[0]!, blocks[1]!, () => true)).toBe(false);
});
