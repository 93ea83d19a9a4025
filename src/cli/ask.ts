/**
 * The terminal's way in: `npm run ask -- "question"`, a conversation line by line (`npm run ask`), whole files of
 * labelled questions (`--in f --out g`) and of requests (`--engagements f --out g`). Through the same door as Teams, without
 * the SDK; nothing is kept afterwards.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { composeDesk, type Composition } from '../compose';
import { parseConfig } from '../config';
import type { Courier } from '../outbox/courier';
import { AppError } from '../shared/app-error';
import { createLog } from '../shared/log';
import { answerQuestions, openChat, readRequests } from './ask/chat';
import { runProgram, type Terminal } from './run-program';

/** How long one question waits for its meaning to be understood; then words alone answer, or say that they can't. */
const PATIENCE_MS = 4_000;

const USAGE = `Usage:
  npm run ask -- "question"
  npm run ask                      (a conversation: one message a line)
  npm run ask -- --in questions.jsonl --out answers.jsonl
  npm run ask -- --engagements requests.jsonl --out results.jsonl`;

/** The terminal has no channel: what the outbox holds is never sent. */
const nobody: Courier = {
  post: () => Promise.resolve({ outcome: 'refused', status: null }),
  update: () => Promise.resolve({ outcome: 'refused', status: null }),
};

runProgram(USAGE, async (terminal) => {
  const { values, positionals } = parseArgs({
    args: [...terminal.args],
    allowPositionals: true,
    options: { in: { type: 'string' }, engagements: { type: 'string' }, out: { type: 'string' } },
  });
  const question = positionals.join(' ').trim();
  const file = values.in ?? values.engagements;
  if ((file === undefined) !== (values.out === undefined))
    throw new AppError(
      'bad-input',
      'A file of questions needs a file for the answers, and the other way round.',
    );
  if (file !== undefined && values.out !== undefined) requireFiles(file, values.out);

  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'partner-desk-ask-'));
  try {
    const composition = await compose(terminal, dataDir);
    try {
      if (values.in !== undefined) await answerQuestions(composition, values.in, values.out ?? '');
      else if (file !== undefined) await readRequests(composition, file, values.out ?? '');
      else {
        await Promise.race([
          composition.warm.catch(() => undefined),
          sleep(PATIENCE_MS, undefined, { ref: false }),
        ]);
        await talk(composition, question);
      }
    } finally {
      await composition.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return 0;
});

/** Before the minutes that the answers take: the one can be read, the other written. */
function requireFiles(from: string, to: string): void {
  readFileSync(from);
  if (existsSync(to) && isSameFile(from, to))
    throw new AppError('bad-input', '--out names the file that is read: the answers would take its place.');
  writeFileSync(to, '', { flag: 'a' });
}

/** By whatever name, link or path. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statSync(other)];
  return a.ino === b.ino && a.dev === b.dev;
}

/** Answers the question; without one, each line of the input in one conversation, to its end. */
async function talk(composition: Composition, question: string): Promise<void> {
  const chat = openChat(composition);
  const lines = question === '' ? createInterface({ input: process.stdin }) : [question];
  if (question === '' && process.stdin.isTTY) console.log('Ask, one message a line. Ctrl+D ends it.');
  for await (const line of lines) if (line.trim() !== '') console.log(`${(await chat.say(line)).text}\n`);
}

function compose({ root, environment }: Terminal, dataDir: string): Promise<Composition> {
  const vectorsDir = path.join(root, '.data', 'vectors');
  const own = { PARTNER_DESK_LOCAL: '1', DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' };
  const config = parseConfig(root, {
    VECTORS_DIR: vectorsDir,
    ...environment,
    ...own,
  });
  return composeDesk({ config, log: createLog(config.logLevel), courier: nobody });
}
