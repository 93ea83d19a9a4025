/** The content is understood by meaning without computing anything: its vectors and its head are in the repository. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openVectorCache } from '../../src/knowledge/embed/vector-cache';
import type { Embedder } from '../../src/knowledge/embed/embedder';
import { listKeys, prepareAsks } from '../../src/knowledge/search/meaning';
import { createSearch } from '../../src/knowledge/search/search';
import { createWorkerEmbedder } from '../../src/knowledge/embed/worker-embedder';
import { content, vectors } from '../support/shared';

const WRITE_THEM = 'Run `npm run content -- --write-vectors` and commit the file.';

let embedder: Embedder;
let own: string;
beforeAll(() => {
  embedder = createWorkerEmbedder();
  own = mkdtempSync(path.join(tmpdir(), 'vectors-'));
});
afterAll(async () => {
  await embedder.close();
  rmSync(own, { recursive: true, force: true });
});

describe('the vectors that come with the content', () => {
  it('are those of its wordings, none missing and none left over', async () => {
    const asks = prepareAsks(content, await embedder.loadKnownWords());
    const needed = new Set(listKeys(content, asks, embedder.id));
    const shipped = openVectorCache({ folder: vectors.shippedFolders[0] ?? '', name: embedder.id });
    const missing = [...needed].filter((key) => !shipped.has(key)).length;
    const leftOver = shipped.keys().filter((key) => !needed.has(key)).length;
    expect({ missing, leftOver, toDo: missing + leftOver > 0 ? WRITE_THEM : '' }).toEqual({
      missing: 0,
      leftOver: 0,
      toDo: '',
    });
  });

  it('make a start on an empty cache warm without embedding a wording or training', async () => {
    const embedded: string[] = [];
    const watched: Embedder = {
      ...embedder,
      embed(texts, options) {
        embedded.push(...texts);
        return embedder.embed(texts, options);
      },
    };
    const search = createSearch({
      ...{ content, embedder: watched, shippedFolders: vectors.shippedFolders, cacheFolder: own },
      trainWorkerFile: path.join(own, 'no-training.js'),
    });
    await search.ready;
    expect(search.isWarm()).toBe(true);
    expect(embedded).toEqual([]);
    expect(readdirSync(own)).toEqual([]);
  });
});
