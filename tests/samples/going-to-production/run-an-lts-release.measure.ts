import { execFileSync } from 'node:child_process';

/** The last version of a line that reached its end of life. */
const ENDED = '20.20.2';

console.log(`process.release.lts: ${process.release.lts}`);
console.log(`Brotli: ${process.versions.brotli}`);
const brotli = execFileSync('npx', ['--yes', `node@${ENDED}`, '-p', 'process.versions.brotli']);
console.log(`Brotli of Node.js ${ENDED}: ${brotli.toString().trim()}`);
