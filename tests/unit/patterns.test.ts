import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, jest } from '@jest/globals';
import ts from 'typescript';
import { findProjectRoot } from '../../src/shared/project-root';

/** For all of them together; one that backtracks without end takes more than anybody waits. */
const PATIENCE_MS = 25_000;

type Pattern = readonly [name: string, source: string, flags: string];

const root = findProjectRoot();
const files = ['src', 'cards'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file)),
);

/** Built from content or from a name, letter by letter escaped, when it is needed: no part of them repeats anything. */
const BUILT_WHEN_NEEDED = [
  'src/answering/language.ts',
  'src/knowledge/languages/language.ts',
  'src/knowledge/languages/translate.ts',
  'src/privacy/erase/scrub.ts',
];

/** As they are written. */
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

/** As a file puts them together from strings when it is loaded. */
function loadPatterns(file: string): Pattern[] {
  const found: Pattern[] = [];
  const { RegExp: original } = globalThis;
  globalThis.RegExp = new Proxy(original, {
    construct(target, parts: [string, string?]) {
      const pattern = new target(...parts);
      found.push([`${file}: ${pattern.source}`, pattern.source, pattern.flags]);
      return pattern;
    },
  });
  try {
    jest.isolateModules(() => {
      jest.requireActual(path.join(root, file));
    });
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}

it('every pattern of the code comes to an end on whatever somebody writes', () => {
  const patterns = files.flatMap(readPatterns);
  const built = files.filter((file) => readFileSync(path.join(root, file), 'utf8').includes('new RegExp('));
  expect(built).toEqual(expect.arrayContaining(BUILT_WHEN_NEEDED));
  for (const file of built.filter((one) => !BUILT_WHEN_NEEDED.includes(one))) {
    const loaded = loadPatterns(file);
    expect(loaded.map(([name]) => name)).not.toEqual([]);
    patterns.push(...loaded);
  }
  // A file also loads the patterns of the files that it imports.
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
