/** One person's long messages: the real worker serves others meanwhile, and stops when nobody waits any more. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EMPTY_DIALOGUE, type Answerer } from '../../src/answering/dialogue';
import type { Embedder } from '../../src/knowledge/embed/embedder';
import type { Search } from '../../src/knowledge/search/search';
import { runFor } from '../../src/shared/asker';
import { createAnswerer } from '../../src/answering/understand';
import { createSearch } from '../../src/knowledge/search/search';
import { createWorkerEmbedder } from '../../src/knowledge/embed/worker-embedder';
import { content, vectors } from '../support/shared';
import { clock } from '../support/understanding';

const story = (at: number): string =>
  `Story ${at}: ${'our customer plans to move forty shops to the cloud and wonders what we could do. '.repeat(7)}`;
const stories = Array.from({ length: 4 }, (_, at) => story(at));
const waits = (): AbortSignal => new AbortController().signal;

/** What the worker got to embed for somebody. */
const given: (readonly string[])[] = [];
let embedder: Embedder;
let search: Search;
let answerer: Answerer;
beforeAll(async () => {
  const worker = createWorkerEmbedder();
  embedder = {
    ...worker,
    embed(texts, options) {
      if (options?.background !== true) given.push(texts);
      return worker.embed(texts, options);
    },
  };
  search = createSearch({ content, embedder, ...vectors });
  answerer = createAnswerer({ content, search, clock });
  await search.ready;
}, 120_000);
afterAll(() => embedder.close());

describe('many long texts of one person', () => {
  it('delay somebody else by one of them', async () => {
    const order: string[] = [];
    const ask = (person: string, text: string) =>
      runFor({ person, signal: waits() }, () => embedder.embed([text])).then(() => order.push(person));
    const first = stories.map((text) => ask('busy', text));
    const second = ask('other', 'what does it cost?');
    await Promise.all([...first, second]);
    expect(order.indexOf('other')).toBe(1);
  });

  it('in one message delay somebody else by one of them, too', async () => {
    const order: string[] = [];
    const all = runFor({ person: 'busy', signal: waits() }, () => embedder.embed(stories)).then(() =>
      order.push('busy'),
    );
    const other = runFor({ person: 'other', signal: waits() }, () =>
      embedder.embed(['what does it cost?']),
    ).then(() => order.push('other'));
    await Promise.all([all, other]);
    expect(order).toEqual(['other', 'busy']);
  });

  it('are not computed when nobody waits for them any more', async () => {
    const leaving = new AbortController();
    const asked = () => runFor({ person: 'busy', signal: leaving.signal }, () => embedder.embed(stories));
    const given = [asked(), asked(), asked()].map((work) => work.catch((problem: unknown) => problem));
    leaving.abort();
    for (const outcome of await Promise.all(given))
      expect(outcome).toMatchObject({ code: 'understanding-unavailable' });
    await expect(asked()).rejects.toMatchObject({ code: 'understanding-unavailable' });
    // Their place is free again: as many as one person may have waiting are taken.
    const order: string[] = [];
    const background = embedder.embed(['later'], { background: true }).then(() => order.push('background'));
    const again = Array.from({ length: 30 }, (_, at) =>
      runFor({ person: 'busy', signal: waits() }, () => embedder.embed([`short ${at}`])),
    );
    await Promise.all(again).then(() => order.push('again'));
    await background;
    expect(order).toEqual(['again', 'background']);
  });

  it('are refused from the thirty-first on, and nobody else’s are', async () => {
    const asked = Array.from({ length: 40 }, (_, at) =>
      runFor({ person: 'busy', signal: waits() }, () => embedder.embed([`question ${at}`])),
    );
    const other = runFor({ person: 'other', signal: waits() }, () => embedder.embed(['and mine?']));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(9);
    expect(await other).toHaveLength(1);
  });

  it('are cut to what the model reads', async () => {
    const long = 'the customer asks what the team does '.repeat(600);
    const [whole, cut] = [await embedder.embed([long]), await embedder.embed([long.slice(0, 1_200)])];
    expect(whole).toEqual(cut);
  });
});

it('a text of 25,000 characters is embedded as far as it could be stored, in small jobs', async () => {
  given.length = 0;
  let long = '';
  for (let shop = 1; long.length < 25_000; shop += 1)
    long += `We moved shop ${shop} to the cloud last year and planned the next one. `;
  expect(await answerer.findReport(long)).toBeNull();
  expect(given.flat().join('').length).toBeLessThan(3_000);
  expect(given.every((texts) => texts.length <= 4)).toBe(true);
}, 120_000);

describe('a question that waited for too long', () => {
  it('is not kept, since nobody can tell whether it reports a vulnerability', async () => {
    const text = 'We moved the third shop to the cloud last year and planned the next one.';
    const late = <T>(work: () => T): T => runFor({ person: 'somebody', signal: AbortSignal.abort() }, work);
    await expect(late(() => answerer.findReport(text))).rejects.toMatchObject({ code: 'too-busy' });
    const reply = await late(() => answerer.understand(text, EMPTY_DIALOGUE));
    expect(reply).toMatchObject({ confidential: true });
    expect(await answerer.findReport(text)).toBeNull();
  }, 120_000);

  it('is ranked by words alone, and by meaning the next time', async () => {
    const rank = (signal: AbortSignal) =>
      runFor({ person: 'somebody', signal }, () =>
        search.rank([{ text: 'what is the architecture desk?', carried: [] }]),
      );
    const [late] = await rank(AbortSignal.abort());
    expect([late?.byMeaning, late?.candidates[0]?.topic]).toEqual([false, 'desk-overview']);
    const [next] = await rank(waits());
    expect([next?.byMeaning, next?.candidates[0]?.topic]).toEqual([true, 'desk-overview']);
  }, 120_000);
});
