/** What the shortest fragments of the handbook take from the program around them. */
declare const app: import('express').Express;
declare const server: import('node:http').Server;
declare const pool: import('./database.js').Pool;
