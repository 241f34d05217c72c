import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** The variable that names a Chrome or Chromium to test with. */
const VARIABLE = 'BROWSER_PATH';

/**
 * Path of a Chromium: the one named by the environment, Playwright's own, the system's, or the one
 * that a package ships for Linux. The last needs nothing of the system but its C library.
 *
 * @throws with a sentence that says what to install, where there is none
 */
export async function findBrowser(): Promise<string> {
	const named = process.env[VARIABLE];
	if (named) {
		if (isExecutable(named)) return named;
		throw new Error(`${VARIABLE} is \`${named}\`, which is no program. Correct it, or unset it.`);
	}
	const found = [chromium.executablePath(), ...systemBrowsers()].find(isExecutable);
	const path = found ?? (await packagedBrowser());
	if (path) return path;
	throw new Error(
		`No browser found. Run \`npx playwright install chromium\`, or install Chrome or Chromium, or name one with ${VARIABLE}.`,
	);
}

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

function* systemBrowsers(): Generator<string> {
	for (const folder of (process.env.PATH ?? '').split(delimiter))
		for (const name of NAMES) yield join(folder, name);
	if (process.platform === 'darwin') {
		yield '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
		yield '/Applications/Chromium.app/Contents/MacOS/Chromium';
	}
	if (process.platform === 'win32')
		for (const root of ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'])
			yield join(process.env[root] ?? '', 'Google/Chrome/Application/chrome.exe');
}

async function packagedBrowser(): Promise<string | undefined> {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	// Read at import: it makes the package unpack the libraries that a bare system lacks.
	process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x';
	const { default: packaged } = await import('@sparticuz/chromium');
	return packaged.executablePath();
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return existsSync(path);
	} catch {
		return false;
	}
}
