/** The real model in its real worker thread. The vectors of the content are in the repository. */
import { beforeAll } from '@jest/globals';
import { EMPTY_DIALOGUE, remember, type Answerer } from '../../src/answering/dialogue';
import type { Reply } from '../../src/answering/reply';
import { createAnswerer } from '../../src/answering/understand';
import type { Embedder } from '../../src/knowledge/embed/embedder';
import type { Search } from '../../src/knowledge/search/search';
import { content, getSearch } from './shared';

export const clock = { nowMs: () => Date.UTC(2026, 10, 23) };
const FIRST_TIME_MS = 120_000;

export interface Understanding {
  embedder: Embedder;
  search: Search;
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

/** Warm for the tests of the block that calls it. Other suites use the same embedder: don't close it. */
export function useUnderstanding(): Understanding {
  const { embedder, search } = getSearch();
  const answerer = createAnswerer({ content, search, clock });
  beforeAll(() => search.ready, FIRST_TIME_MS);
  return { embedder, search, answerer, ask: createAsk(() => answerer) };
}
