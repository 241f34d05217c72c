import { expect, test } from 'vitest';
import { nearest, nearestPath } from '../../src/checker/nearest.ts';

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

const PAGES = ['start/index.md', 'start/install.md', 'kitchen/oven.md', 'kitchen/index.md'];

test.each([
	['another folder', 'start/oven.md', 'kitchen/oven.md'],
	['a slip in the name', 'kitchen/ovne.md', 'kitchen/oven.md'],
	['a slip in the folder and in the name', 'kichen/ovn.md', 'kitchen/oven.md'],
	['a slip in the folder of a page that each folder has', 'strat/index.md', 'start/index.md'],
	['another word', 'kitchen/cellar.md', undefined],
	['another folder and another word', 'garden/cellar.md', undefined],
])('a path with %s', (_, wanted, expected) => {
	expect(nearestPath(wanted, PAGES)).toBe(expected);
});
