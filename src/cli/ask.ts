/**
 * Talk to the bot in the terminal: `npm run ask -- "question"`, a conversation line by line (`npm run ask`), a file of
 * labelled questions (`--in f --out g`) or of requests (`--engagements f --out g`). Uses the same entry point as Teams, but
 * not the SDK. Nothing is kept afterwards.
 */
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeDesk, type Composition } from '../compose';
import { parseConfig } from '../config';
import { createRecorder, createReplay } from '../model/replay';
import type { Transport } from '../model/transport';
import type { Courier } from '../outbox/courier';
import { AppError } from '../shared/app-error';
import { createLog } from '../shared/log';
import { answerQuestions, openChat, readRequests } from './ask/chat';
import { DeskCommand, type ExitCode } from './command';
import type { Terminal } from './run-program';

/** How long the first question waits for the model to load. After that the bot answers by words alone. */
const PATIENCE_MS = 4_000;

interface AskOptions {
  readonly in?: string;
  readonly engagements?: string;
  readonly out?: string;
  readonly modelRequests?: string;
  readonly modelReplies?: string;
}

/** The terminal has no channels, so the outbox is never sent. */
const nobody: Courier = {
  post: () => Promise.resolve({ outcome: 'refused', status: null }),
  update: () => Promise.resolve({ outcome: 'refused', status: null }),
};

export const askCommand = (terminal: Terminal) =>
  new DeskCommand('ask')
    .description('Answers one question. Without one, starts a conversation, one message per line.')
    .argument('[question...]')
    .option(
      '--in <file>',
      'answers each line of a file: {"id", "text"}, plus "context" or "turns" if there are earlier messages',
    )
    .option('--engagements <file>', 'extracts the request from each line of a file (lines as for --in)')
    .option('--out <file>', 'writes the results to this file')
    .option(
      '--model-requests <file>',
      'with a file: writes the requests that a model would get (no --out needed)',
    )
    .option('--model-replies <file>', 'with a file: answers with a model’s replies from that file')
    .does((words: string[], options: AskOptions) => ask(terminal, words.join(' ').trim(), options));

async function ask(terminal: Terminal, question: string, options: AskOptions): Promise<ExitCode> {
  const file = options.in ?? options.engagements;
  const { modelRequests: requests, modelReplies: replies, out } = options;
  if (requests !== undefined && replies !== undefined)
    throw new AppError('bad-input', 'Use either --model-requests or --model-replies, not both.');
  if (file === undefined ? out !== undefined : out === undefined && requests === undefined)
    throw new AppError('bad-input', 'Use --out together with --in or --engagements.');
  if (file !== undefined) for (const to of [out, requests]) if (to !== undefined) requireFiles(file, to);
  const transport = openFiles(terminal, requests, replies);

  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'partner-desk-ask-'));
  try {
    const composition = await compose(terminal, dataDir, transport);
    try {
      if (options.in !== undefined) await answerQuestions(composition, options.in, out);
      else if (file !== undefined) await readRequests(composition, file, out);
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
}

/** Fails before minutes of answering: the input must be readable and the output writable. */
function requireFiles(from: string, to: string): void {
  readFileSync(from);
  if (existsSync(to) && isSameFile(from, to))
    throw new AppError(
      'bad-input',
      '--out is the same file as the input, which would be overwritten. Choose another file.',
    );
  writeFileSync(to, '', { flag: 'a' });
}

/** Also true if the two paths differ but lead to the same file. */
function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statSync(one), statSync(other)];
  return a.ino === b.ino && a.dev === b.dev;
}

/** Answers the question. Without one, treats the lines of standard input as one conversation. */
async function talk(composition: Composition, question: string): Promise<void> {
  const chat = openChat(composition);
  const lines = question === '' ? createInterface({ input: process.stdin }) : [question];
  if (question === '' && process.stdin.isTTY)
    console.log('Type your question and press Enter. Press Ctrl+D to quit.');
  for await (const line of lines) if (line.trim() !== '') console.log(`${(await chat.say(line)).text}\n`);
}

/** Replaces a model's endpoint if one of the two files is given. */
function openFiles(
  { environment }: Terminal,
  requests: string | undefined,
  replies: string | undefined,
): Transport | undefined {
  if (replies !== undefined) return createReplay(readFileSync(replies, 'utf8').split('\n'));
  if (requests === undefined) return undefined;
  writeFileSync(requests, '');
  return createRecorder(environment['MODEL_NAME'] ?? '', (line) => {
    appendFileSync(requests, `${line}\n`);
  });
}

/** Sets a model that uses files, so its address is never called. By default, it's asked about every message. */
function setModel({ MODEL_WHEN }: Terminal['environment']): Terminal['environment'] {
  return { MODEL_URL: 'http://127.0.0.1/', MODEL_WHEN: MODEL_WHEN?.trim() || 'always' };
}

function compose(
  { root, environment }: Terminal,
  dataDir: string,
  transport: Transport | undefined,
): Promise<Composition> {
  const vectorsDir = path.join(root, '.data', 'vectors');
  const own = { PARTNER_DESK_LOCAL: '1', DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' };
  const config = parseConfig(root, {
    VECTORS_DIR: vectorsDir,
    ...environment,
    ...(transport && setModel(environment)),
    ...own,
  });
  return composeDesk({
    ...{ config, log: createLog(config.logLevel), courier: nobody },
    ...(transport && { transport }),
  });
}
