import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cacheKey, openVectorCache } from '../../../src/knowledge/embed/vector-cache';

const NAME = 'model';
const [one, two] = [cacheKey('one'), cacheKey('two')];
const numbers = Float32Array.from({ length: 150 }, (_, at) => Math.sin(at) * (at < 64 ? 0.1 : 3));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vectors-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the vector cache', () => {
  it('gives the same rounded numbers before and after it was written, each within half a step', () => {
    const first = openVectorCache({ folder, name: NAME });
    first.put(one, numbers);
    const rounded = first.find(one);
    first.save();
    expect(openVectorCache({ folder, name: NAME }).find(one)).toEqual(rounded);
    rounded?.forEach((value, at) => {
      const largest = at < 64 ? 0.1 : 3;
      expect(Math.abs(value - (numbers[at] ?? 0))).toBeLessThanOrEqual(largest / 127 / 2 + 1e-6);
    });
  });

  it('forgets what nobody used', () => {
    const first = openVectorCache({ folder, name: NAME });
    first.put(one, numbers);
    first.put(two, numbers);
    first.save();
    const second = openVectorCache({ folder, name: NAME });
    second.find(one);
    second.save();
    expect(openVectorCache({ folder, name: NAME }).keys()).toEqual([one]);
  });

  it('reads what was shipped, and writes only what was not', () => {
    const shipped = path.join(folder, 'shipped');
    const packing = openVectorCache({ folder: shipped, name: NAME });
    packing.put(one, numbers);
    packing.save();
    const asShipped = readFileSync(path.join(shipped, `${NAME}.i8`));
    const own = openVectorCache({ folder, name: NAME, shipped: [shipped] });
    expect(own.find(one)).toHaveLength(numbers.length);
    own.put(two, numbers);
    own.save();
    expect(openVectorCache({ folder, name: NAME }).keys()).toEqual([two]);
    expect(readFileSync(path.join(shipped, `${NAME}.i8`))).toEqual(asShipped);
  });

  it('takes a damaged file for an empty one', () => {
    writeFileSync(path.join(folder, `${NAME}.i8`), 'no vectors in here at all, only words and more words');
    expect(openVectorCache({ folder, name: NAME }).has(one)).toBe(false);
  });

  it('writes the same bytes whatever the order', () => {
    const [first, second] = ['first', 'second'].map((name) => path.join(folder, name));
    const write = (into: string | undefined, keys: readonly string[]): void => {
      const cache = openVectorCache({ folder: into ?? folder, name: NAME });
      for (const key of keys) cache.put(key, numbers);
      cache.save();
    };
    write(first, [one, two]);
    write(second, [two, one]);
    const read = (from: string | undefined) => readFileSync(path.join(from ?? folder, `${NAME}.i8`));
    expect(read(first)).toEqual(read(second));
  });
});
