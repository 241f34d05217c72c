/** The floor: reads and parses every file of a folder with the parser of the site, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownToMdast } from 'satteri';
import { FEATURES } from '../../../src/checker/markdown-tree.ts';

const folder = process.argv[2]!;
let nodes = 0;
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
	if (path.endsWith('.md')) {
		const root = markdownToMdast(readFileSync(join(folder, path), 'utf8'), { features: FEATURES });
		nodes += 'children' in root ? root.children.length : 0;
	}
console.log(`${nodes} blocks`);
