/**
 * The terminal's way in: `npm run ask -- "question"`, or whole files of labelled questions (`--in f --out g`) and of
 * requests (`--engagements f --out g`). No SDK is loaded.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EMPTY_DIALOGUE, remember, type Answerer, type Dialogue } from '../answering/dialogue';
import type { Eligibility, RequestDraft } from '../answering/reply';
import { createAnswerer } from '../answering/understand';
import type { Content } from '../knowledge/content';
import { createWorkerEmbedder } from '../knowledge/embed/worker-embedder';
import { findContentDir, loadContent } from '../knowledge/load-content';
import { createSearch } from '../knowledge/search/search';
import { systemClock } from '../shared/clock';
import { findProjectRoot } from '../shared/project-root';
import { flattenReply } from './flatten-reply';

/** The dialogue after these messages of one person. */
async function converse(answerer: Answerer, messages: readonly string[]): Promise<Dialogue> {
  let dialogue: Dialogue = EMPTY_DIALOGUE;
  for (const message of messages) {
    const reply = await answerer.understand(message, dialogue);
    dialogue = remember(dialogue, message, reply, systemClock.nowMs());
  }
  return dialogue;
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
    const reply = await answerer.understand(text, await converse(answerer, toTexts(line.context)));
    results.push(JSON.stringify({ id: line.id ?? null, answer: flattenReply(reply), label: reply.topic }));
  }
  writeFileSync(to, results.map((result) => `${result}\n`).join(''));
}

/** The labelled requests' words for what was understood: names instead of ids, and the queue a request goes to. */
async function readRequests(answerer: Answerer, content: Content, from: string, to: string): Promise<void> {
  const nameOf = (items: readonly { id: string; name: string }[], id: string | null): string | null =>
    items.find((item) => item.id === id)?.name ?? null;
  const results: string[] = [];
  for (const line of readLines(from)) {
    const text = typeof line.text === 'string' ? line.text : '';
    const dialogue = await converse(answerer, toTexts(line.turns));
    const { draft, eligibility } = await answerer.readRequest(text, dialogue);
    results.push(
      JSON.stringify({
        id: line.id ?? null,
        service: nameOf(content.services, draft.serviceId),
        customer: draft.customer,
        solutionArea: nameOf(content.solutionAreas, draft.solutionAreaId),
        ...describeOutcome(content, draft, eligibility),
      }),
    );
  }
  writeFileSync(to, results.map((result) => `${result}\n`).join(''));
}

function describeOutcome(
  content: Content,
  draft: RequestDraft,
  { eligible, reason, door }: Eligibility,
): { queue: string | null; eligible: boolean; reason: string } {
  const programme = content.programmes.find((candidate) => candidate.door === door?.id);
  // The labelled requests know no build-with request that may start.
  if (eligible && programme?.motion === 'build-with')
    return { queue: null, eligible: false, reason: 'build-with' };
  const named = content.cues.queueNames[door?.id ?? ''] ?? null;
  // What is refused goes nowhere, unless it belongs at a door that is no team's.
  if (!eligible) return { queue: programme?.motion === undefined ? named : null, eligible, reason };
  return { queue: named ?? draft.role ?? 'PDM', eligible, reason };
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
  } else if (values.engagements !== undefined && values.out !== undefined) {
    await search.ready.catch(() => undefined);
    await readRequests(answerer, content, values.engagements, values.out);
  } else {
    await Promise.race([search.ready.catch(() => undefined), delay(4000)]);
    console.log(flattenReply(await answerer.understand(positionals.join(' '), EMPTY_DIALOGUE)));
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
