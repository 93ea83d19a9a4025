/** A model behind the real understanding, and what a right model would say. */
import type { Answerer, Said } from '../../src/answering/dialogue';
import { EMPTY_DIALOGUE } from '../../src/answering/dialogue';
import { createBudget } from '../../src/model/budget';
import { createCatalogue } from '../../src/model/catalogue';
import { createChatClient } from '../../src/model/chat-client';
import { createCircuitBreaker } from '../../src/model/circuit-breaker';
import type { ModelAnswer } from '../../src/model/model-answer';
import { withModel, type ModelOutcome, type SecondReaderDependencies } from '../../src/model/second-reader';
import type { Transport } from '../../src/model/transport';
import type { Search } from '../../src/knowledge/search/search';
import type { ScriptedModel } from './scripted-model';
import { content } from './shared';
import { clock } from './understanding';

export const catalogue = createCatalogue(content);

/** The endpoint of a scripted model, with a budget for all calls of a test. */
export function openScripted(model: ScriptedModel, totalMs = 4_000): Transport {
  return createChatClient({
    settings: { url: model.url, name: 'scripted', auth: { kind: 'key', key: 'secret' } },
    budget: createBudget({ clock, perMinute: 10_000, perDay: 10_000 }),
    // The breaker never opens, so that one fault doesn't affect the next call.
    breaker: { ...createCircuitBreaker(clock), mayCall: () => true },
    clock,
    findToken: () => Promise.reject(new Error('no identity')),
    totalMs,
  });
}

export function openReader(
  { answerer, search }: { readonly answerer: Answerer; readonly search: Pick<Search, 'rank'> },
  transport: Transport,
  parts: Partial<SecondReaderDependencies> = {},
) {
  const outcomes: ModelOutcome[] = [];
  const reader = withModel(answerer, {
    ...{ content, search, transport },
    settings: { when: 'always', offTenants: [] },
    listNames: () => Promise.resolve({ people: [], companies: [] }),
    onOutcome: (outcome) => outcomes.push(outcome),
    ...parts,
  });
  return {
    reader,
    outcomes,
    /** Returns the local reply, and the reply after the model has read the message. */
    ask: async (text: string, said: Partial<Said> = {}) => {
      const dialogue = said.dialogue ?? EMPTY_DIALOGUE;
      const local = await answerer.understand(text, dialogue);
      const reply = await reader.reconsider({ text, dialogue, tenantId: null, names: [], ...said }, local);
      return { local, reply };
    },
  };
}

/** What a model returns if it chooses these IDs. */
export function choose(text: string, ids: readonly string[], change: Partial<ModelAnswer> = {}): ModelAnswer {
  return {
    answers: ids.map((id) => ({ id, part: text, verdict: catalogue.items.get(id)?.verdict ?? 'none' })),
    door: catalogue.items.get(ids[0] ?? '')?.door ?? 'not-covered',
    request: null,
    language: 'en',
    translation: null,
    ...change,
  };
}

export const REQUEST: NonNullable<ModelAnswer['request']> = {
  ...{ service: null, customer: null, area: null, role: null, person: null, date: null },
};
