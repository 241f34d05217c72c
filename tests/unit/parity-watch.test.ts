import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
	BROKEN,
	cleanEnvironment,
	command,
	ENGLISH,
	folderOf,
	FOLDERS,
	FRENCH,
	parity,
} from './parity-command.ts';

const SPANISH = FRENCH.replace('Prendre les commandes', 'Tomar pedidos').replace(
	'Une commande est enregistrée avant d’être confirmée.',
	'Un pedido se guarda antes de confirmarse.',
);

interface Watching {
	/** What it printed since it was last asked. */
	readonly next: (text: string | RegExp) => Promise<string>;
	/** Presses Ctrl-C; the exit code. */
	readonly interrupt: () => Promise<number | null>;
}

/** `parity check --watch` in a folder, after its first report. */
async function watching(folder: string, args: readonly string[] = []): Promise<Watching> {
	const child = spawn(
		process.execPath,
		[command, 'check', '--watch', ...FOLDERS, '--locales', 'fr,es', ...args],
		{ cwd: folder, env: cleanEnvironment() },
	);
	let output = '';
	const collect = (chunk: Buffer): void => void (output += chunk.toString());
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	onTestFinished(() => void child.kill());
	const next = async (text: string | RegExp): Promise<string> => {
		await vi.waitFor(
			() => {
				expect(output).toMatch(text);
				expect(output).toMatch(/Ctrl-C ends\n+$/);
			},
			{ timeout: 10_000, interval: 20 },
		);
		const told = output;
		output = '';
		return told;
	};
	await next('in all');
	return {
		next,
		interrupt: () =>
			new Promise((resolve) => {
				child.once('exit', resolve);
				child.kill('SIGINT');
			}),
	};
}

function pages(): string {
	return folderOf({ 'en/orders.md': ENGLISH, 'fr/orders.md': FRENCH, 'es/orders.md': SPANISH });
}

test('a saved translation is checked within a second, and again when it is mended', async () => {
	const folder = pages();
	const { next } = await watching(folder);
	const start = performance.now();
	writeFileSync(join(folder, 'fr/orders.md'), BROKEN);
	const told = await next('code-drift');
	expect(performance.now() - start).toBeLessThan(1000);
	expect(told).toMatch(/fr\/orders\.md[^]*\d\d:\d\d:\d\d · fr\/orders\.md · 1 error in all/);
	writeFileSync(join(folder, 'fr/orders.md'), FRENCH);
	expect(await next('0 errors in all')).not.toContain('code-drift');
});

test('a saved source page is checked with all its translations', async () => {
	const folder = pages();
	const { next } = await watching(folder);
	writeFileSync(join(folder, 'en/orders.md'), ENGLISH.replace('save(order)', 'insert(order)'));
	const told = await next('2 errors in all');
	expect(told).toContain('fr/orders.md');
	expect(told).toContain('es/orders.md');
});

test('of the other files it only counts the findings', async () => {
	const folder = pages();
	writeFileSync(join(folder, 'es/orders.md'), SPANISH.replace('await ', ''));
	const { next } = await watching(folder);
	writeFileSync(join(folder, 'fr/orders.md'), BROKEN);
	expect(await next('2 errors in all')).not.toContain('es/orders.md');
});

test('a file is followed after an editor has put another in its place', async () => {
	const folder = pages();
	const { next } = await watching(folder);
	const replace = (text: string): void => {
		writeFileSync(join(folder, 'fr/.orders.md.swp'), text);
		renameSync(join(folder, 'fr/.orders.md.swp'), join(folder, 'fr/orders.md'));
	};
	replace(BROKEN);
	await next('1 error in all');
	replace(FRENCH);
	await next('0 errors in all');
	writeFileSync(join(folder, 'fr/orders.md'), BROKEN);
	await next('1 error in all');
});

test('files and folders that come and go are seen', async () => {
	const folder = pages();
	const { next } = await watching(folder);
	mkdirSync(join(folder, 'en/shop/front'), { recursive: true });
	writeFileSync(join(folder, 'en/shop/front/cart.md'), '# A cart\n\nIt holds what is wanted.\n');
	expect(await next('2 warnings in all')).toContain('fr/shop/front/cart.md  no such file');
	mkdirSync(join(folder, 'fr/shop/front'), { recursive: true });
	writeFileSync(join(folder, 'fr/shop/front/cart.md'), '# Un panier\n\nIl contient les choix.\n');
	await next('1 warning in all');
	rmSync(join(folder, 'fr/orders.md'));
	expect(await next('2 warnings in all')).toContain('fr/orders.md  no such file');
	rmSync(join(folder, 'en/shop'), { recursive: true });
	expect(await next('page-orphan')).toContain('fr/shop/front/cart.md');
	rmSync(join(folder, 'fr'), { recursive: true });
	await next('0 errors, 1 warning in all');
	mkdirSync(join(folder, 'fr'));
	writeFileSync(join(folder, 'fr/orders.md'), FRENCH);
	await next('0 errors in all');
});

test('a burst of saves is one report', async () => {
	const folder = folderOf({});
	for (const locale of ['en', 'fr', 'es']) mkdirSync(join(folder, locale));
	const write = (text: string): void => {
		for (let page = 0; page < 30; page++) {
			writeFileSync(join(folder, `en/page-${page}.md`), ENGLISH);
			writeFileSync(join(folder, `fr/page-${page}.md`), text);
			writeFileSync(join(folder, `es/page-${page}.md`), SPANISH);
		}
	};
	write(FRENCH);
	const { next } = await watching(folder);
	write(BROKEN);
	const told = await next('30 errors in all');
	expect(told.match(/in all/g)!.length).toBeLessThanOrEqual(3);
	expect(told).toMatch(/^fr\/page-7\.md {2}1 error$/m);
});

test('what the baseline accepts stays accepted', async () => {
	const folder = pages();
	writeFileSync(join(folder, 'fr/orders.md'), BROKEN);
	parity(folder, [
		...['check', ...FOLDERS, '--locales', 'fr,es', '--baseline', 'known.json'],
		'--update-baseline',
	]);
	const { next } = await watching(folder, ['--baseline', 'known.json']);
	writeFileSync(join(folder, 'fr/orders.md'), `${BROKEN}\n`);
	await next('0 errors in all');
});

test('only the pages that were asked for are watched', async () => {
	const folder = pages();
	const { next } = await watching(folder, ['es']);
	writeFileSync(join(folder, 'fr/orders.md'), BROKEN);
	writeFileSync(join(folder, 'es/orders.md'), SPANISH.replace('await ', ''));
	expect(await next('1 error in all')).not.toContain('fr/orders.md');
});

test('Ctrl-C ends it, and that is no failure', async () => {
	const folder = pages();
	writeFileSync(join(folder, 'fr/orders.md'), BROKEN);
	const { interrupt } = await watching(folder);
	expect(await interrupt()).toBe(0);
});

test.each([
	[['--format', 'json'], 'A run that watches prints for people, not as `json`.'],
	[['--format', 'sarif'], 'A run that watches prints for people, not as `sarif`.'],
	[['--update-baseline'], 'A run that watches does not write the baseline.'],
])('%s makes no sense with it', (args, sentence) => {
	const { status, stderr } = parity(pages(), ['check', '--watch', ...args, ...FOLDERS]);
	expect(status).toBe(2);
	expect(stderr).toContain(sentence);
});

test('a pattern that matches nothing is refused as ever', () => {
	const { status, stderr } = parity(folderOf({}), [
		...['check', '--watch', ...FOLDERS, '--locales', 'fr'],
	]);
	expect(status).toBe(2);
	expect(stderr).toContain('No page matches');
});
