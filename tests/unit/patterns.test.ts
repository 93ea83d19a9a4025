import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { findProjectRoot } from '../../src/shared/project-root';

/** The time for all of them together. A pattern that backtracks without end takes longer than anybody waits. */
const PATIENCE_MS = 25_000;

type Pattern = readonly [name: string, source: string, flags: string];

const root = findProjectRoot();
const listPatterns = path.join(__dirname, '../support/list-patterns.mjs');
const files = ['src', 'cards'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file)),
);

/**
 * Patterns that are built from content or a name when they're needed. Every letter is escaped, so nothing in them
 * repeats.
 */
const BUILT_WHEN_NEEDED = [
  'src/answering/language.ts',
  'src/knowledge/languages/language.ts',
  'src/knowledge/languages/translate.ts',
  'src/privacy/erase/scrub.ts',
];

/** Reads the patterns that are written in a file. */
function readPatterns(file: string): Pattern[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, pattern = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      found.push([`${file}: ${pattern}`, pattern, flags]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Reads the patterns that files build from strings when they load. */
function loadPatterns(built: readonly string[]): Pattern[] {
  const compiled = built.map((file) => path.join(root, 'dist', file.replace(/\.ts$/, '.js')));
  const { stdout } = spawnSync(process.execPath, [listPatterns, ...compiled], { encoding: 'utf8' });
  const loaded = JSON.parse(stdout) as Pattern[];
  for (const file of compiled) expect(loaded).toContainEqual([file, expect.anything(), expect.anything()]);
  return loaded.map(([file, source, flags]) => [`${path.relative(root, file)}: ${source}`, source, flags]);
}

it('every pattern of the code comes to an end on whatever somebody writes', () => {
  const patterns = files.flatMap(readPatterns);
  const built = files.filter((file) => readFileSync(path.join(root, file), 'utf8').includes('new RegExp('));
  expect(built).toEqual(expect.arrayContaining(BUILT_WHEN_NEEDED));
  patterns.push(...loadPatterns(built.filter((one) => !BUILT_WHEN_NEEDED.includes(one))));
  // Loading a file also lists the patterns of the files that it imports.
  const distinct = [...new Map(patterns.map((one) => [JSON.stringify(one.slice(1)), one])).values()];
  expect(distinct.length).toBeGreaterThan(100);
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(__dirname, '../support/try-patterns.mjs')],
    { input: JSON.stringify(distinct), encoding: 'utf8', timeout: PATIENCE_MS },
  );
  const underWay = status === 0 ? null : stdout.trim().split('\n').at(-1);
  expect(underWay).toBeNull();
});
