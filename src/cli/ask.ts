/**
 * The terminal's way in: `npm run ask -- "question"`, or whole files of labelled questions (`--in f --out g`) and of
 * requests (`--engagements f --out g`). No SDK is loaded.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EMPTY_DIALOGUE, remember, type Answerer, type Dialogue } from '../answering/dialogue';
import type { Reply } from '../answering/reply';
import { createAnswerer } from '../answering/understand';
import { createWorkerEmbedder } from '../knowledge/embed/worker-embedder';
import { findContentDir, loadContent } from '../knowledge/load-content';
import { createSearch } from '../knowledge/search/search';
import { systemClock } from '../shared/clock';
import { findProjectRoot } from '../shared/project-root';
import { flattenReply } from './flatten-reply';

async function say(answerer: Answerer, messages: readonly string[]): Promise<Reply> {
  let dialogue: Dialogue = EMPTY_DIALOGUE;
  let reply: Reply = { kind: 'unclear', topic: 'unclear' };
  for (const message of messages) {
    reply = await answerer.understand(message, dialogue);
    dialogue = remember(dialogue, message, reply, systemClock.nowMs());
  }
  return reply;
}

interface Line {
  readonly id?: unknown;
  readonly text?: unknown;
  readonly context?: unknown;
  readonly turns?: unknown;
}

/** Each line of the file as what it holds; a line that is no JSON object is `{}`, so that none is left out. */
function readLines(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        const value: unknown = JSON.parse(line);
        return typeof value === 'object' && value !== null ? value : {};
      } catch {
        return {};
      }
    });
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

async function answerFile(answerer: Answerer, from: string, to: string): Promise<void> {
  const results: string[] = [];
  for (const line of readLines(from)) {
    const text = typeof line.text === 'string' ? line.text : '';
    const reply = await say(answerer, [...toTexts(line.context), text]);
    results.push(JSON.stringify({ id: line.id ?? null, answer: flattenReply(reply), label: reply.topic }));
  }
  writeFileSync(to, results.map((result) => `${result}\n`).join(''));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      in: { type: 'string' },
      engagements: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const content = loadContent({ dir: findContentDir(), overlayDir: process.env['CONTENT_DIR'] });
  const embedder = createWorkerEmbedder();
  const search = createSearch({
    content,
    embedder,
    cacheFolder: path.join(findProjectRoot(), '.data', 'vectors'),
  });
  const answerer = createAnswerer({ content, search });
  if (values.in !== undefined && values.out !== undefined) {
    await search.ready.catch(() => undefined);
    await answerFile(answerer, values.in, values.out);
  } else {
    await Promise.race([search.ready.catch(() => undefined), delay(4000)]);
    console.log(flattenReply(await say(answerer, [positionals.join(' ')])));
  }
  await embedder.close();
}

const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});
