import type { RequestListener } from 'node:http';

export declare const handle: RequestListener;
