/**
 * A program that prints what libraries make of `NODE_ENV`: the page that Express sends for an
 * error and whether it keeps templates, as JSON; and the warning of a session store, if it comes.
 */
export const NODE_ENV_APP = `
import express from 'express';
import session from 'express-session';
const app = express();
app.use(session({ secret: 'made up', resave: false, saveUninitialized: false }));
app.get('/', () => { throw new Error('made up'); });
const server = app.listen(0, async () => {
	const answer = await fetch('http://localhost:' + server.address().port);
	console.log(JSON.stringify([await answer.text(), app.enabled('view cache')]));
	server.close();
});
`;
