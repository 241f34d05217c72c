import { expect, test } from 'vitest';
import { nearest } from '../../src/checker/nearest.ts';

const FOLDERS = ['en', 'fr', 'pt-br', 'es'];

test.each([
	['javascipt', ['typescript', 'javascript'], 'javascript'],
	['FR', FOLDERS, 'fr'],
	['pt', FOLDERS, 'pt-br'],
	['pt-rb', FOLDERS, 'pt-br'],
	['fra', FOLDERS, 'fr'],
	['de', FOLDERS, undefined],
	['it', FOLDERS, undefined],
	['el', FOLDERS, undefined],
	['', FOLDERS, undefined],
	['nginx', ['javascript', 'typescript'], undefined],
	['nte', ['tip', 'note'], 'note'],
	['zonder', ['link-drift', 'code-drift'], undefined],
] as const)('%j', (wanted, candidates, expected) => {
	expect(nearest(wanted, candidates)).toBe(expected);
});
