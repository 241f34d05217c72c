import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { packageFolder } from './package-folder.ts';
import { readSamples } from './read-samples.ts';

/** Declarations of what a reader's own project has: modules by their names, and globals. */
const AROUND = resolve(import.meta.dirname, 'around');

test('every JavaScript and TypeScript sample fits the packages that it imports', () => {
	const root = packageFolder('types');
	const files = new Map<string, string>();
	for (const { page, section, language, title, code, line } of readSamples()) {
		if (!['js', 'ts'].includes(language)) continue;
		// Samples of one section may import each other by their titles.
		const file = join(root, page, section, title ?? `line-${line}.${language}`);
		if (!existsSync(dirname(file))) cpSync(AROUND, dirname(file), { recursive: true });
		// A sample that the page prints comes before our idea of it.
		rmSync(file.replace(/js$/, 'd.ts'), { force: true });
		writeFileSync(file, code);
		files.set(file, `${page}.md, fence at line ${line}`);
	}
	expect(files.size).toBeGreaterThan(10);
	cpSync(AROUND, root, { recursive: true });
	const ambient = ['globals.d.ts', 'session.d.ts'].map((name) => join(root, name));

	const program = ts.createProgram([...files.keys(), ...ambient], {
		allowJs: true,
		checkJs: true,
		lib: ['lib.esnext.d.ts'],
		module: ts.ModuleKind.NodeNext,
		moduleDetection: ts.ModuleDetectionKind.Force,
		noEmit: true,
		skipLibCheck: true,
		strict: false,
		target: ts.ScriptTarget.ESNext,
		types: ['node'],
	});
	const problems = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
		const sentence = ts.flattenDiagnosticMessageText(messageText, '\n');
		if (!file || start === undefined) return sentence;
		const { line } = file.getLineAndCharacterOfPosition(start);
		return `${files.get(file.fileName) ?? file.fileName}, line ${line + 1} of it: ${sentence}`;
	});
	expect(problems).toEqual([]);
});
