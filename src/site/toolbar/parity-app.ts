import { defineToolbarApp } from 'astro/toolbar';
import { APP_ID, ASK, REPORT, SAVED, type PageReport, type ShownFinding } from './page-report.ts';

/** The part of the toolbar that runs in the browser. */
export default defineToolbarApp({
	init(canvas, app, server) {
		const panel = document.createElement('astro-dev-toolbar-window');
		const style = document.createElement('style');
		style.textContent = STYLE;
		canvas.append(style, panel);
		const ask = (): void => {
			server.send(ASK, location.pathname);
		};
		server.on<PageReport>(REPORT, (report) => {
			if (report.address !== location.pathname) return;
			const { findings } = report;
			const hasErrors = findings.some(({ severity }) => severity === 'error');
			app.toggleNotification(
				findings.length > 0
					? { state: true, level: hasErrors ? 'error' : 'warning' }
					: { state: false },
			);
			panel.replaceChildren(...content(report));
		});
		server.on(SAVED, ask);
		ask();
		// A saved page is loaded anew, which would close the window before its reader.
		app.onToggled(({ state }) => {
			sessionStorage.setItem(APP_ID, state ? 'open' : '');
		});
		if (sessionStorage.getItem(APP_ID)) app.toggleState({ state: true });
	},
});

function content(report: PageReport): Node[] {
	const { file, isMissing, findings } = report;
	const header = element('header', 'Parity');
	if (findings.length > 0) header.append(element('span', String(findings.length)));
	if (file === undefined) return [header, element('p', 'This is no page of the content folder.')];
	if (isMissing) return [header, element('p', `It is not translated yet: there is no ${file}.`)];
	if (findings.length === 0) return [header, element('p', `Nothing to report about ${file}.`)];
	const list = element('ol');
	list.append(...findings.map((finding) => item(finding, file)));
	return [header, list];
}

function item(finding: ShownFinding, file: string): HTMLElement {
	const { severity, sentence, place, target, ruleId, helpHref } = finding;
	const entry = element('li');
	const badge = element('strong', severity);
	badge.className = severity;
	const text = element('p');
	text.append(badge, ' ', ...withCode(sentence));
	const open = element('button', place === undefined ? file : `${file}:${place}`);
	open.title = 'Open in the editor';
	open.addEventListener('click', () => {
		// Of Vite, which answers at the root whatever the site's base path is.
		void fetch(`/__open-in-editor?file=${encodeURIComponent(target)}`);
	});
	const rule = helpHref === undefined ? element('code', ruleId) : element('a', ruleId);
	if (rule instanceof HTMLAnchorElement && helpHref !== undefined) rule.href = helpHref;
	const foot = element('p');
	foot.append(open, rule);
	entry.append(text, foot);
	return entry;
}

/** A sentence with what stands between backticks as code. */
function withCode(sentence: string): Node[] {
	return sentence
		.split('`')
		.map((part, index) => (index % 2 === 0 ? new Text(part) : element('code', part)));
}

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	text = '',
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	made.textContent = text;
	return made;
}

const STYLE = `
	astro-dev-toolbar-window { width: min(640px, 100%); max-height: 60vh; overflow-y: auto; font-size: 14px; line-height: 1.5; }
	header { display: flex; gap: 0.5em; align-items: center; font-size: 18px; font-weight: 600; color: white; }
	header span { border-radius: 1em; padding: 0 0.6em; background: #a02323; font-size: 13px; }
	p { margin: 0.5em 0 0; overflow-wrap: anywhere; }
	ol { margin: 0; padding: 0; list-style: none; }
	li { border-top: 1px solid #343841; padding: 0.75em 0; margin-top: 0.75em; }
	li p + p { display: flex; flex-wrap: wrap; gap: 0.25em 1.25em; }
	strong { border-radius: 0.3em; padding: 0 0.45em; font-size: 12px; font-weight: 600; }
	.error { background: #a02323; color: white; }
	.warning { background: #f0c674; color: #201a0c; }
	code { font-family: ui-monospace, monospace; font-size: 0.92em; color: #fde3b8; }
	button { border: 0; padding: 0; background: none; font: inherit; color: #9cc2ff; text-align: start; text-decoration: underline; cursor: pointer; }
	a { color: #9cc2ff; }
`;
