import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limitsProblem } from './limited-process.ts';
import { exploitUploadBug, type Case } from './upload-bug.ts';

const CASES: Readonly<Record<string, Case>> = {
	'root, code of root': { user: 0, owner: 0 },
	'root without capabilities, code of root': { user: 0, owner: 0, noCapabilities: true },
	'user 1000, code of user 1000': { user: 1000, owner: 1000, noCapabilities: true },
	'user 1000, code of root': { user: 1000, owner: 0, noCapabilities: true },
	'user 1000, code of user 1000, read-only': {
		user: 1000,
		owner: 1000,
		noCapabilities: true,
		readOnly: true,
	},
};
const problem = limitsProblem();
if (problem) {
	console.error(`This measurement ${problem}`);
	process.exit(1);
}
for (const [label, limits] of Object.entries(CASES)) {
	const root = mkdtempSync(join(tmpdir(), 'handbook-user-'));
	try {
		const { code, system, temporary } = await exploitUploadBug(root, limits);
		console.log(`${label}: server.js ${code}, /etc/passwd ${system}, /tmp/x ${temporary}`);
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}
