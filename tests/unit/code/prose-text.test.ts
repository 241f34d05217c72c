import { expect, test } from 'vitest';
import { isProseText } from '../../../src/checker/prose-text.ts';

test.each(['Start the server', 'Server', 'Profile of the heap', 'Datei'])('words: %s', (text) => {
	expect(isProseText(text)).toBe(true);
});

test.each([
	'src/server.js',
	'.npmrc',
	'Dockerfile',
	'Makefile',
	'LICENSE',
	'v22',
	'start()',
	'8080',
])('a name: %s', (text) => {
	expect(isProseText(text)).toBe(false);
});
