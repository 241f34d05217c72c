/** Programs that each meet an error which nobody handles, and print `continues` if they outlive it. */
export const UNKNOWN_ERRORS: Readonly<Record<string, string>> = {
	'nobody handles a rejected promise': `Promise.reject(new Error('unknown'));`,
	'a timer throws': `setTimeout(() => { throw new Error('unknown'); });`,
	'an async listener rejects': `
import { EventEmitter } from 'node:events';
const stock = new EventEmitter();
stock.on('low', async () => { throw new Error('unknown'); });
stock.emit('low');`,
	'an error event has no listener': `
import { EventEmitter } from 'node:events';
setTimeout(() => new EventEmitter().emit('error', new Error('unknown')));`,
};

/** What ends such a program by itself, if nothing else does. */
export const CONTINUES = `setTimeout(() => console.log('continues'), 100);\n`;

/** Five connections for all requests; the bug behind `/bug` never gives its own back. */
export const LEAKING_POOL = `
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
let free = 5;
const waiting = [];
createServer(async (req, res) => {
  if (req.url === '/livez') return res.end('ok');
  if (free > 0) free -= 1;
  else await new Promise((resolve) => waiting.push(resolve));
  await sleep(5);
  if (req.url === '/bug') throw new Error('unknown');
  if (waiting.length > 0) waiting.shift()();
  else free += 1;
  res.end('ok');
}).listen(process.env.PORT);
`;

/** Requests of one second; SIGUSR2 is an error that nobody handles. */
export const SLOW_SERVER = `
import { createServer } from 'node:http';
export const server = createServer((req, res) => {
  console.log('request');
  setTimeout(() => res.end('ok'), Number(process.env.WORK_MS ?? 1_000));
}).listen(process.env.PORT);
process.on('SIGUSR2', () => { throw new Error('unknown'); });
`;
