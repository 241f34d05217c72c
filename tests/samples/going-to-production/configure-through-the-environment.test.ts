import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { readSamples } from '../read-samples.ts';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { NODE_ENV_APP } from './node-env-app.ts';
import { sendOrders, startPayments } from './start-payments.ts';

const PAGE = 'going-to-production/configure-through-the-environment';
const KEY = 'made-up-key-of-this-test';
/** What the avoided server has to be given; `PAYMENT_URL` comes with the test. */
const RIGHT = { PAYMENT_KEY: KEY, PAYMENT_TIMEOUT_MS: '3000', CHARGE_CARDS: 'true' };

describe('values that nobody checks', () => {
	const cases = [
		['a unit behind a number', { PAYMENT_TIMEOUT_MS: '3s' }, 500, /ERR_OUT_OF_RANGE/],
		['an empty number', { PAYMENT_TIMEOUT_MS: '' }, 500, /TimeoutError/],
		['an address that is missing', { PAYMENT_URL: undefined }, 500, /ERR_INVALID_URL/],
		['a switch that is off', { CHARGE_CARDS: 'false' }, 201, undefined],
		['a key that is missing', { PAYMENT_KEY: undefined }, 201, undefined],
	] as const;

	test.for(cases)('start the server: %s', async ([, fault, status, printed], { folder }) => {
		folder.sample(`${PAGE} Avoid server.js`);
		const payments = await provider();
		const port = await freePort();
		const env = without({ ...RIGHT, PAYMENT_URL: payments.url, PORT: String(port), ...fault });
		const server = folder.node(['server.js'], { env });
		await server.listening(port);

		expect(new Set(await sendOrders(port, 20))).toEqual(new Set([status]));
		if (printed) expect(server.output()).toMatch(printed);
		else
			expect(payments.received.at(-1)).toEqual({
				key: 'PAYMENT_KEY' in fault ? 'key-for-tests' : KEY,
				charge: true,
			});
	});

	test('and names of environments give a new one nothing', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid payment-url.js`);
		const code = "import('./payment-url.js').then(({ paymentUrl }) => console.log(paymentUrl))";
		const demo = folder.node(['-e', code], { env: { NODE_ENV: 'demo' } });
		expect(await demo.exited).toMatchObject({ code: 0 });
		expect(demo.output()).toBe('undefined\n');
	});
});

describe('values that are checked at the start', () => {
	test('reach the code as numbers and booleans', async ({ folder }) => {
		const payments = await provider();
		const port = await freePort();
		const env = prefer(folder, payments.url, { PORT: String(port), CHARGE_CARDS: 'false' });
		await folder.node(['server.js'], { env }).listening(port);
		expect(await sendOrders(port, 1)).toEqual([201]);
		expect(payments.received).toEqual([{ key: KEY, charge: false }]);
	});

	const faults = [
		['PAYMENT_TIMEOUT_MS', '3s'],
		['PAYMENT_TIMEOUT_MS', ''],
		['PAYMENT_URL', undefined],
		['PAYMENT_URL', 'ftp://user:secret-of-this-test@example.com'],
		['CHARGE_CARDS', 'secret-of-this-test'],
		['PAYMENT_KEY_FILE', undefined],
		['PAYMENT_KEY_FILE', 'secret-of-this-test'],
		['PAYMENT_KEY_FILE', 'short'],
		['PORT', ''],
		['PORT', '30o0'],
	] as const;

	test.for(faults)('stop the process: %s=%s', async ([name, value], { folder }) => {
		const env = prefer(folder, 'http://localhost/', { [name]: value });
		const server = folder.node(['server.js'], { env });
		expect(await server.exited).toMatchObject({ code: 1 });
		expect(server.output().match(/^config: \w+/gm)).toEqual([`config: ${name}`]);
		expect(server.output()).not.toContain('secret-of-this-test');
	});

	test('cannot be changed afterwards', async ({ folder }) => {
		const env = prefer(folder, 'http://localhost/', {});
		const code = "import('./config.js').then(({ config }) => { config.port = 1; })";
		const changing = folder.node(['--input-type=module', '-e', code], { env });
		expect(await changing.exited).toMatchObject({ code: 1 });
		expect(changing.output()).toContain("Cannot assign to read only property 'port'");
	});
});

describe('the checks', () => {
	test('of an empty environment prints what the page says', async ({ folder }) => {
		mkdirSync(join(folder.path, 'src'));
		folder.sample(`${PAGE} Prefer config.js`, 'src/config.js');
		folder.sample(`${PAGE} Prefer server.js`, 'src/server.js');
		const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH}`, PAYMENT_URL: 'x' };
		const check = folder.start('sh', ['-c', checks('sh')[0]!], { env });
		await check.exited;
		expect(check.output()).toBe(checks('text')[0]);
	});

	test('of readers finds those beside `config.js`', async ({ folder }) => {
		mkdirSync(join(folder.path, 'src'));
		folder.sample(`${PAGE} Prefer config.js`, 'src/config.js');
		folder.sample(`${PAGE} Prefer server.js`, 'src/server.js');
		const right = folder.start('sh', ['-c', checks('sh')[1]!]);
		// As CI runs it: nothing found is no failure.
		expect(await right.exited).toMatchObject({ code: 0 });
		expect(right.output()).toBe('');

		folder.sample(`${PAGE} Avoid server.js`, 'src/server.js');
		const wrong = folder.start('sh', ['-c', checks('sh')[1]!]);
		expect(await wrong.exited).toMatchObject({ code: 1 });
		expect(wrong.output()).toContain('src/server.js:4:');
	});

	test('of git finds `.env` files', async ({ folder }) => {
		folder.file('.env.local', '');
		folder.file('.envoy.json', '');
		const script = `git init -q && git add . && ${checks('sh')[2]!}`;
		const check = folder.start('sh', ['-c', script]);
		await check.exited;
		expect(check.stdout()).toBe('.env.local\n');
	});
});

test('a variable that is set wins over the `.env` file, which may be missing', async ({
	folder,
}) => {
	const args = ['--env-file-if-exists=.env', '-p', 'process.env.SET + process.env.FREE'];
	const env = { SET: 'from the environment, ' };
	const absent = folder.node(args, { env });
	expect(await absent.exited).toMatchObject({ code: 0 });
	folder.file('.env', 'SET=from the file\nFREE=from the file\n');
	const present = folder.node(args, { env });
	await present.exited;
	expect(present.stdout()).toBe('from the environment, from the file\n');
});

test('a diagnostic report contains the environment, unless it is told not to', async ({
	folder,
}) => {
	const print = ['-p', 'JSON.stringify(process.report.getReport())'];
	const env = { PAYMENT_KEY: KEY };
	const usual = folder.node(print, { env });
	const without = folder.node(['--report-exclude-env', ...print], { env });
	await Promise.all([usual.exited, without.exited]);
	expect(usual.output()).toContain(KEY);
	expect(without.output()).not.toContain(KEY);
	expect(without.output()).toContain('"header"');
});

describe('`NODE_ENV` in libraries', () => {
	test.for([
		['production', { page: 'Internal Server Error', keeps: true, warns: true }],
		['staging', { page: 'at ', keeps: false, warns: false }],
		[undefined, { page: 'at ', keeps: false, warns: false }],
	] as const)('%s', async ([NODE_ENV, expected], { folder }) => {
		folder.file('app.js', NODE_ENV_APP);
		const app = folder.node(['app.js'], { env: without({ NODE_ENV }) });
		await app.exited;
		const [page, keeps] = JSON.parse(app.stdout().trim()) as [string, boolean];
		expect(page).toContain(expected.page);
		expect(page.includes(folder.path)).toBe(NODE_ENV !== 'production');
		expect(keeps).toBe(expected.keeps);
		expect(app.output().includes('MemoryStore')).toBe(expected.warns);
	});
});

/** The blocks of "How to check" in a language, in their order. */
function checks(language: string): string[] {
	return readSamples()
		.filter((sample) => sample.page === PAGE && sample.section === 'How to check')
		.flatMap((sample) => (sample.language === language ? [sample.code] : []));
}

async function provider() {
	const payments = await startPayments();
	onTestFinished(() => {
		payments.stop();
	});
	return payments;
}

/** Writes the preferred server, and returns the environment that it needs with this difference. */
function prefer(
	folder: SampleFolder,
	paymentUrl: string,
	difference: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
	folder.sample(`${PAGE} Prefer config.js`);
	folder.sample(`${PAGE} Prefer server.js`);
	folder.file('key', `${KEY}\n`);
	folder.file('short', 'x\n');
	return without({
		...RIGHT,
		PAYMENT_KEY: undefined,
		PAYMENT_KEY_FILE: 'key',
		PAYMENT_URL: paymentUrl,
		...difference,
	});
}

/** Leaves out what has no value. */
function without(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}
