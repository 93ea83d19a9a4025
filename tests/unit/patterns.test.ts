import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { findProjectRoot } from '../../src/shared/project-root';

/** For all of them together; one that backtracks without end takes more than anybody waits. */
const PATIENCE_MS = 25_000;

type Pattern = readonly [name: string, source: string, flags: string];

function listPatterns(): Pattern[] {
  const root = findProjectRoot();
  return ['src', 'cards'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => readPatterns(path.join(folder, file), root)),
  );
}

function readPatterns(file: string, root: string): Pattern[] {
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

it('every pattern of the code comes to an end on whatever somebody writes', () => {
  const patterns = listPatterns();
  expect(patterns.length).toBeGreaterThan(100);
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(__dirname, '../support/try-patterns.mjs')],
    { input: JSON.stringify(patterns), encoding: 'utf8', timeout: PATIENCE_MS },
  );
  const underWay = status === 0 ? null : stdout.trim().split('\n').at(-1);
  expect(underWay).toBeNull();
});
