/** The model cannot be loaded: words alone answer, and say nothing rather than guess. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Embedder } from '../../src/knowledge/embed/embedder';
import { createAnswerer } from '../../src/answering/understand';
import { createSearch } from '../../src/knowledge/search/search';
import { createWorkerEmbedder } from '../../src/knowledge/embed/worker-embedder';
import { content } from '../support/shared';
import { clock, createAsk } from '../support/understanding';

let embedder: Embedder;
let ask: ReturnType<typeof createAsk>;
beforeAll(async () => {
  embedder = createWorkerEmbedder({ workerFile: path.join(__dirname, 'no-such-worker.js') });
  const search = createSearch({
    ...{ content, embedder, cacheFolder: path.join(tmpdir(), 'no-vectors') },
    onProblem: () => undefined,
  });
  await expect(search.ready).rejects.toThrow();
  const answerer = createAnswerer({ content, search, clock });
  ask = createAsk(() => answerer);
});
afterAll(() => embedder.close());

const readCase = (name: string): string[] =>
  readFileSync(path.join(__dirname, '..', 'cases', `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

describe('by words alone', () => {
  it('where to report a vulnerability leads to MSRC, whatever was spoken of before', async () => {
    expect(await ask(...readCase('words-alone-report'))).toMatchObject({
      kind: 'answer',
      topic: 'msrc-report',
      confidential: true,
    });
  });

  it.each([
    readCase('words-alone-link'),
    ['what is TPD? see www.partners.example/desk/overview'],
    ['https://partners.example/desk/overview.docx what is TPD?'],
  ])('a link is no part of the question: %s', async (...messages) => {
    expect(await ask(...messages)).toMatchObject({ kind: 'answer', topic: 'tpd-overview' });
  });

  it.each(['Teams is down for 400 people!!', 'our AVD is down at the customer site and nobody helps'])(
    'an outage leads to the support contract: %s',
    async (text) => {
      const reply = await ask(text);
      expect(reply).toMatchObject({ kind: 'answer', topic: 'break-fix-routing' });
      expect(reply.kind === 'answer' && reply.statements[0]?.sympathy).toBeTruthy();
    },
  );

  it('a link alone asks nothing', async () => {
    expect(['unclear', 'choices', 'not-covered']).toContain(
      (await ask('https://partners.example/sites/x/tpd-hours.docx')).kind,
    );
  });
});
