/** A server that answers five requests of a client in a minute, and refuses the others. */
export const RATE_LIMITED = `
import express from 'express';
import { rateLimit } from 'express-rate-limit';
const app = express();
app.use(rateLimit({ limit: 5, windowMs: 60_000 }));
app.get('/', (req, res) => res.send('ok'));
app.listen(process.env.PORT);
`;
