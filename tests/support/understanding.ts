/**
 * The real model in its real worker, from compiled JavaScript: jest cannot import the ESM package. `npm test` builds
 * first. The vectors of the content are in the repository; those of content being edited are computed once into .data/.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { EMPTY_DIALOGUE, remember, type Answerer } from '../../src/answering/dialogue';
import type { Reply } from '../../src/answering/reply';
import type * as Understand from '../../src/answering/understand';
import type { Embedder } from '../../src/knowledge/embed/embedder';
import type * as WorkerEmbedder from '../../src/knowledge/embed/worker-embedder';
import { findContentDir, listVectorFolders, loadContent } from '../../src/knowledge/load/load-content';
import type * as SearchModule from '../../src/knowledge/search/search';
import { findProjectRoot } from '../../src/shared/project-root';
import { WARM_VECTORS } from './warm-vectors';

const dist = (name: string) => path.join(findProjectRoot(), 'dist/src', name);
const load = createRequire(__filename);
export const { createWorkerEmbedder } = load(
  dist('knowledge/embed/worker-embedder.js'),
) as typeof WorkerEmbedder;
export const { createSearch } = load(dist('knowledge/search/search.js')) as typeof SearchModule;
export const { createAnswerer } = load(dist('answering/understand.js')) as typeof Understand;

export const content = loadContent({ dir: findContentDir() });
/** Where a search finds the vectors of the content. */
export const vectors = { cacheFolder: WARM_VECTORS, shippedFolders: listVectorFolders(undefined) };
export const clock = { nowMs: () => Date.UTC(2026, 10, 23) };
const FIRST_TIME_MS = 400_000;

export interface Understanding {
  embedder: Embedder;
  search: SearchModule.Search;
  answerer: Answerer;
  /** The reply to the last of these messages, said one after the other. */
  readonly ask: (...messages: readonly string[]) => Promise<Reply>;
}

/** Asks for the reply to the last of some messages, said one after the other. */
export function createAsk(findAnswerer: () => Answerer): Understanding['ask'] {
  return async (...messages) => {
    const answerer = findAnswerer();
    let dialogue = EMPTY_DIALOGUE;
    let reply = await answerer.understand('', dialogue);
    for (const message of messages) {
      reply = await answerer.understand(message, dialogue);
      dialogue = remember(dialogue, message, reply, 0);
    }
    return reply;
  };
}

/** Warm for the tests of the block that calls it. */
export function useUnderstanding(): Understanding {
  const opened: Pick<Understanding, 'ask'> & Partial<Understanding> = {
    ask: createAsk(() => (opened as Understanding).answerer),
  };
  beforeAll(async () => {
    const embedder = createWorkerEmbedder();
    const search = createSearch({ content, embedder, ...vectors });
    Object.assign(opened, { embedder, search, answerer: createAnswerer({ content, search, clock }) });
    await search.ready;
  }, FIRST_TIME_MS);
  afterAll(() => opened.embedder?.close());
  return opened as Understanding;
}
