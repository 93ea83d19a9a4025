/** Understands with the real model in its real worker thread. The content's vectors are in the repository. */
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
  /** Says these messages one after the other and returns the last reply. */
  readonly ask: (...messages: readonly string[]) => Promise<Reply>;
}

/** Creates the function that says messages one after the other and returns the last reply. */
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

/**
 * Understanding that's warm for the tests of the calling block. Don't close the embedder, because other suites use it,
 * too.
 */
export function useUnderstanding(): Understanding {
  const { embedder, search } = getSearch();
  const answerer = createAnswerer({ content, search, clock });
  beforeAll(() => search.ready, FIRST_TIME_MS);
  return { embedder, search, answerer, ask: createAsk(() => answerer) };
}
