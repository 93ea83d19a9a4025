/** A model behind the real understanding, and what it would say if it were right. */
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

/** The endpoint of a scripted model, with room for all calls of a test. */
export function openScripted(model: ScriptedModel, totalMs = 4_000): Transport {
  return createChatClient({
    settings: { url: model.url, name: 'scripted', auth: { kind: 'key', key: 'secret' } },
    budget: createBudget({ clock, perMinute: 10_000, perDay: 10_000 }),
    // A breaker for each call: what one fault does isn't what the next one meets.
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
    /** The local reply and the one after the model had a look. */
    ask: async (text: string, said: Partial<Said> = {}) => {
      const dialogue = said.dialogue ?? EMPTY_DIALOGUE;
      const local = await answerer.understand(text, dialogue);
      const reply = await reader.reconsider({ text, dialogue, tenantId: null, names: [], ...said }, local);
      return { local, reply };
    },
  };
}

/** What a model that chooses these ids returns. */
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
