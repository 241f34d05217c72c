import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a secret of a process shows, apart from the place that it was given in. */
export interface Leaks {
	readonly childProcess: boolean;
	readonly report: boolean;
	readonly reportWithoutEnvironment: boolean;
	/** After the program has deleted the variable. */
	readonly procEnviron: boolean;
}

const PROBE = `
	const { execFileSync } = require('node:child_process');
	const { readFileSync } = require('node:fs');
	const path = process.env.SECRET_FILE;
	const secret = path ? readFileSync(path, 'utf8') : process.env.SECRET;
	const holds = (text) => text.includes(secret);
	const report = () => JSON.stringify(process.report.getReport());
	const childProcess = holds(execFileSync('env', { encoding: 'utf8' }));
	const inReport = holds(report());
	process.report.excludeEnv = true;
	const reportWithoutEnvironment = holds(report());
	delete process.env.SECRET;
	const procEnviron = holds(readFileSync('/proc/self/environ', 'utf8'));
	const leaks = { childProcess, report: inReport, reportWithoutEnvironment, procEnviron };
	console.log(JSON.stringify(leaks));
`;

/** Gives a process of this Node.js a secret in its environment, or in a file. Linux only. */
export function leaksOf(where: 'environment' | 'file'): Leaks {
	const { PATH } = process.env;
	const folder = mkdtempSync(join(tmpdir(), 'handbook-secret-'));
	try {
		const file = join(folder, 'secret');
		writeFileSync(file, 'canary-4711', { mode: 0o400 });
		writeFileSync(join(folder, 'probe.cjs'), PROBE);
		const secret = where === 'file' ? { SECRET_FILE: file } : { SECRET: 'canary-4711' };
		const printed = execFileSync(process.execPath, [join(folder, 'probe.cjs')], {
			encoding: 'utf8',
			env: { PATH, ...secret },
		});
		return JSON.parse(printed) as Leaks;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
