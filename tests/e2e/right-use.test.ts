/** Runs every command from the tables in README.md and CONTRIBUTING.md as a process of its own, on its own desk. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../../src/shared/project-root';
import { WARM_VECTORS } from '../support/warm-vectors';

const root = findProjectRoot();
const SAMPLE = path.join(root, 'src/content/sample');
const QUESTION = 'Does TPD come on site?';

let folder: string;
const at = (name: string) => path.join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'partner-desk-right-'));
  writeFileSync(at('questions.jsonl'), `${JSON.stringify({ id: 'q1', text: QUESTION })}\n`);
  writeFileSync(at('requests.jsonl'), `${JSON.stringify({ id: 'e1', text: 'Book an ADS for Contoso' })}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly args: () => readonly string[];
  readonly input?: string;
  readonly says: RegExp;
  /** What it writes to stderr. */
  readonly complains?: RegExp;
  /** A file that it writes into the folder, and what it contains. */
  readonly writes?: readonly [file: string, holds: RegExp];
}

/** By its wording in the tables, in an order in which each command finds what it needs. */
const HERE: Readonly<Record<string, readonly Run[]>> = {
  'npm run ask -- "question"': [run(/TPD/, 'ask', QUESTION)],
  'npm run ask': [{ ...run(/TPD[^]*desk/i, 'ask'), input: `${QUESTION}\nand the desk?\n` }],
  'npm run ask -- --in questions.jsonl --out answers.jsonl': [
    {
      args: () => ['ask', '--in', at('questions.jsonl'), '--out', at('answers.jsonl')],
      says: /^/,
      writes: ['answers.jsonl', /"id":"q1"/],
    },
    {
      args: () => ['ask', '--engagements', at('requests.jsonl'), '--out', at('drafts.jsonl')],
      says: /^/,
      writes: ['drafts.jsonl', /Contoso/],
    },
  ],
  'npm run directory -- import <folder>': [
    run(/queues pdm-emea[^]*version 1\.\n$/, 'directory', 'import', SAMPLE),
    run(/amara/i, 'directory', 'show'),
    {
      args: () => ['directory', 'export', at('exported')],
      says: /Wrote/,
      writes: ['exported/people.csv', /amara/i],
    },
    {
      args: () => ['directory', 'import', withoutOnePartner(at('exported'))],
      says: /- partners[^]*version 2\.\n.*undo/,
    },
    run(/\+ partners[^]*Restored the previous version/, 'directory', 'undo'),
  ],
  'npm run insights': [run(/no feedback yet/, 'insights'), run(/"unanswered"/, 'insights', '--json')],
  'npm run requests -- export <queue>': [
    run(/number/i, 'requests', 'export', 'pdm-emea'),
    {
      ...run(/^$/, 'requests', 'declines', 'pdm-emea'),
      complains: /No requests in "pdm-emea" have been declined/,
    },
  ],
  'npm run outbox': [
    run(/^No stuck or waiting messages/, 'outbox'),
    run(/^0 messages/, 'outbox', 'retry', '--all'),
  ],
  'npm run backup -- <file>': [
    {
      args: () => ['backup', at('backup.db')],
      says: /backup\.db/,
      writes: ['backup.db', /^SQLite format 3/],
    },
  ],
  'npm run cards': [run(/"type": "AdaptiveCard"/, 'develop/cards', 'help')],
};

/** The folder of a directory, without its first partner. */
function withoutOnePartner(directory: string): string {
  const file = path.join(directory, 'partners.csv');
  const [head = '', , ...others] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [head, ...others].join('\n'));
  return directory;
}

function run(says: RegExp, ...args: readonly string[]): Run {
  return { args: () => args, says };
}

/** Commands that .ci/run runs in these words. */
const IN_CI: readonly string[] = [
  ...['npm run content', 'npm run doctor', 'npm run licences', 'npm run package'],
  ...['npm test', 'npm run typecheck', 'npm run lint', 'npm run build', 'npm run test:browser'],
];

/** Which other file runs the command, and the words that run it. */
const ELSEWHERE: Readonly<Record<string, readonly [file: string, words: string]>> = {
  'npm run playground': ['tests/browser/playground-process.ts', 'dist/src/cli/develop/playground.js'],
  'npm run faults': ['tests/faults/faults.test.ts', 'runStorm({'],
  'npm run fuzz': ['tests/e2e/fuzz.test.ts', 'await fuzz('],
  'npm run privacy -- show <who>': ['tests/integration/erasure.test.ts', "'show'"],
  'npm start': ['tests/support/bot-process.ts', 'dist/src/index.js'],
};

const NOT_RUN: Readonly<Record<string, string>> = {
  'npm run bench': 'its figures need a quiet machine and minutes',
  'npm run bench:names': 'it takes minutes',
  'npm run bench:understanding': 'it takes minutes',
  'npm run train:encoder': 'it takes minutes, and PyTorch',
  'npm run format': 'it would change files; CI checks the format with npm run lint',
};

function spawn([command = '', ...rest]: readonly string[], input = '') {
  const program = command.startsWith('develop/') ? [`${command}.js`] : ['main.js', command];
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, [...program, ...rest], {
    cwd: path.join(root, 'dist/src/cli'),
    env: { PATH, PARTNER_DESK_LOCAL: '1', DATA_DIR: at('data'), VECTORS_DIR: WARM_VECTORS },
    encoding: 'utf8',
    input,
  });
}

describe('the tables of commands', () => {
  it('contain exactly the commands that are run here or elsewhere', () => {
    const tables = ['README.md', 'CONTRIBUTING.md'].map(
      (page) => /## Commands\n\n([^]*?)\n\n/.exec(readFileSync(path.join(root, page), 'utf8'))?.[1] ?? '',
    );
    const named = tables
      .join('\n')
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(npm [^`]+)`/g)])
      .map(([, command = '']) => command);
    expect(named).toEqual(expect.arrayContaining(['npm start', 'npm run ask']));
    const known = [HERE, ELSEWHERE, NOT_RUN].flatMap((commands) => Object.keys(commands));
    expect([...known, ...IN_CI].sort()).toEqual([...new Set(named)].sort());
    const runBy = [...Object.values(ELSEWHERE), ...IN_CI.map((command) => ['.ci/run', command] as const)];
    for (const [file, words] of runBy) expect(readFileSync(path.join(root, file), 'utf8')).toContain(words);
  });

  it.each(Object.entries(HERE))('%s', (_name, runs) => {
    for (const one of runs) {
      const args = one.args();
      const { status, stdout, stderr } = spawn(args, one.input);
      expect({ args, status, stderr }).toMatchObject({ status: 0 });
      expect(stdout).toMatch(one.says);
      if (one.complains !== undefined) expect(stderr).toMatch(one.complains);
      if (one.writes !== undefined) expect(readFileSync(at(one.writes[0]), 'utf8')).toMatch(one.writes[1]);
    }
  });
});
