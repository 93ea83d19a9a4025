/** Every command of the terminal, wrongly used: it says what it takes or what to do next, fails, and does nothing else. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runCommandLine } from '../../src/cli/command-line';
import { COMMANDS } from '../../src/cli/commands';
import { openTerminal } from '../../src/cli/run-program';
import { findProjectRoot } from '../../src/shared/project-root';

const root = findProjectRoot();
const SAMPLE = path.join(root, 'src/content/sample');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'partner-desk-wrong-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Result {
  readonly status: number | null;
  readonly said: string;
}

/** Runs an operators' command in this process, and any other program in its own. */
async function run(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Result> {
  if (command.startsWith('develop/')) return runProcess(command, args);
  let said = '';
  const write = (text: string) => {
    said += `${text}\n`;
  };
  const all = command === '' ? args : [command, ...args];
  const terminal = openTerminal(all, { DATA_DIR: path.join(folder, 'data'), ...env });
  return { status: await runCommandLine({ ...terminal, print: write, complain: write }), said };
}

function runProcess(program: string, args: readonly string[], uid?: number): Result {
  const file = path.join(root, 'dist/src/cli', `${program}.js`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: path.join(folder, 'data') },
    ...(uid !== undefined && { uid }),
    encoding: 'utf8',
    input: '',
  });
  return { status, said: `${stdout}${stderr}` };
}

const STACK = /^\s+at .+:\d+/m;

const forDevelopers = readdirSync(path.join(root, 'src/cli/develop'))
  .filter((file) => file.endsWith('.ts'))
  .filter((file) => /^runProgram\(/m.test(readFileSync(path.join(root, 'src/cli/develop', file), 'utf8')))
  .map((file) => `develop/${file.replace('.ts', '')}`);
const programs = [...Object.keys(COMMANDS), ...forDevelopers];
/** How a command of operators and one of developers say how they're used. */
const USAGE = /Usage: (?:partner-desk|npm run) /;

describe('every command', () => {
  it('is looked at here', () => {
    expect(programs.length).toBeGreaterThan(12);
  });

  it.each(programs)(
    '%s says how it is used, and refuses an option that it does not know',
    async (command) => {
      expect(await run(command, ['--help'])).toMatchObject({ status: 0, said: expect.stringMatching(USAGE) });
      const { status, said } = await run(command, ['--no-such-option']);
      expect(status).toBe(1);
      expect(said).toMatch(/^Unknown option '--no-such-option'\.\n/);
      expect(said).toMatch(USAGE);
      expect(said).not.toMatch(STACK);
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

describe.each<readonly [string, readonly (readonly string[])[]]>([
  ['directory', [[], ['import'], ['export'], ['frob'], ['undo', 'now'], ['show', '--dry-run']]],
  [
    'outbox',
    [
      ['retry'],
      ['give-up'],
      ['frob'],
      ['list', 'x'],
      ['retry', '--all', 'x'],
      ['--all'],
      ['retry', 'x', 'y'],
    ],
  ],
  ['requests', [[], ['export'], ['frob', 'x'], ['export', 'x', 'y', 'z']]],
  ['privacy', [[], ['show'], ['frob'], ['sweep', 'now'], ['erase', 'x', 'y']]],
  ['insights', [['x']]],
  ['backup', [[], ['x', 'y']]],
  ['doctor', [['x']]],
  ['content', [['x']]],
  ['develop/cards', [['nope'], ['answer', 'nope'], ['answer', 'short', 'x'], ['--language', 'xx']]],
  [
    'ask',
    [
      ['--in', 'x'],
      ['--out', 'x'],
    ],
  ],
  ['', [[], ['frob']]],
])('%s', (command, all) => {
  it.each(all.map((args) => [args]))('takes no %j', async (args) => {
    const { status, said } = await run(command, args);
    expect(status).toBe(1);
    expect(said).toMatch(USAGE);
    expect(said).not.toMatch(STACK);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('without a database', () => {
  it.each<readonly [string, readonly string[]]>([
    ['directory', ['show']],
    ['directory', ['undo']],
    ['outbox', []],
    ['outbox', ['retry', '--all']],
    ['requests', ['export', 'pdm-emea']],
    ['privacy', ['show', 'maya@example.com']],
    ['privacy', ['erase', 'maya@example.com']],
    ['privacy', ['sweep']],
    ['insights', []],
    ['backup', ['copy.db']],
  ])('%s %j says where it looked, and makes none', async (command, args) => {
    expect(await run(command, args)).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^There’s no database at .*partner-desk\.db\. Set DATA_DIR/),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('an import makes one, also for an account that has no name', () => {
    chmodSync(folder, 0o777);
    // Only root can be somebody else.
    const uid = process.getuid?.() === 0 ? 54_321 : undefined;
    expect(runProcess('main', ['directory', 'import', SAMPLE], uid)).toMatchObject({ status: 0 });
    expect(runProcess('main', ['outbox'], uid)).toEqual({
      status: 0,
      said: 'No stuck or waiting messages.\n',
    });
    expect(runProcess('main', ['backup', '/usr/copy.db'], uid)).toEqual({
      status: 1,
      said: '/usr can’t be read or written by this account.\n',
    });
  });
});

describe('a file or folder that is not as it must be', () => {
  it.each<readonly [string, readonly string[], string]>([
    ['directory', ['import', '/nowhere'], 'The folder /nowhere has no partners.csv'],
    ['ask', ['--in', '/nowhere', '--out', 'x'], '/nowhere doesn’t exist.'],
    ['ask', ['--in', SAMPLE, '--out', 'x'], 'is a folder'],
    ['ask', ['--in', path.join(SAMPLE, 'people.csv'), '--out', '/nowhere/x'], '/nowhere/x doesn’t exist.'],
    ['develop/bench-understanding', ['/nowhere'], '/nowhere doesn’t exist.'],
  ])('%s %j is explained in words', async (command, args, words) => {
    const { status, said } = await run(command, args);
    expect(status).toBe(1);
    expect(said).toContain(words);
    expect(said).not.toMatch(STACK);
  });

  it('a package is held against the content that the bot is run with', async () => {
    const CONTENT_DIR = path.join(root, 'tests/support/other-organisation');
    const { status, said } = await run('package', [], { CONTENT_DIR });
    expect(status).toBe(1);
    expect(said).toContain("isn't a starter in the content");
  });

  it('is not emptied by the playground', async () => {
    writeFileSync(path.join(folder, 'thesis.txt'), 'ten years of work');
    const { status, said } = await run('develop/playground', [
      '--data',
      folder,
      '--port',
      '56990',
      '--bot-port',
      '56989',
    ]);
    expect({ status, said }).toMatchObject({
      status: 1,
      said: expect.stringMatching(/contains other files/),
    });
    expect(existsSync(path.join(folder, 'thesis.txt'))).toBe(true);
  });
});
