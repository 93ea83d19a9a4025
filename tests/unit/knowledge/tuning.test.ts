/** Checks the difference that's added to the encoder's weights, on files that are small enough to calculate by hand. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toHalf, toNumber } from '../../../src/knowledge/embed/half';
import { findTunedFile, writeTunedFile } from '../../../src/knowledge/embed/tuned-weights';
import { applyTuning, hashTuning, readTuning, TUNING_ENDING } from '../../../src/knowledge/embed/tuning';

type Tensors = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>
>;

/** A safetensors file. `padding` makes the data begin at an odd byte, as in the model's own file. */
function pack(tensors: Tensors, padding = ''): Uint8Array {
  let at = 0;
  const header = Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, values }]) => {
      const from = at;
      at += values.length * 2;
      return [name, { dtype: 'F16', shape, data_offsets: [from, at] }];
    }),
  );
  const text = Buffer.from(JSON.stringify({ __metadata__: { padding }, ...header }));
  const head = Buffer.alloc(8);
  head.writeBigUInt64LE(BigInt(text.length));
  const data = Buffer.alloc(at);
  const all = Object.values(tensors).flatMap(({ values }) => values);
  all.forEach((value, index) => data.writeUInt16LE(toHalf(value), index * 2));
  return Buffer.concat([head, text, data]);
}

/** The last `count` numbers of a file. */
function readLast(bytes: Uint8Array, count: number): number[] {
  const buffer = Buffer.from(bytes);
  return Array.from({ length: count }, (_, index) =>
    toNumber(buffer.readUInt16LE(buffer.length - (count - index) * 2)),
  );
}

describe('a number of 16 bits', () => {
  it('is read and written without a change, whichever it is', () => {
    for (let half = 0; half < 0x10000; half += 1) {
      const value = toNumber(half);
      if (Number.isNaN(value)) expect(toNumber(toHalf(value))).toBeNaN();
      else expect(toHalf(value)).toBe(half === 0x8000 ? toHalf(-0) : half);
    }
  });

  it('is the nearest one, the even one of two', () => {
    const next = 1 + 2 ** -10;
    expect(toNumber(toHalf(1 + 2 ** -11))).toBe(1);
    expect(toNumber(toHalf(next + 2 ** -11))).toBe(1 + 2 ** -9);
    expect(toNumber(toHalf(1 + 2 ** -11 + 2 ** -20))).toBe(next);
    expect(toNumber(toHalf(2 ** -25))).toBe(0);
    expect(toNumber(toHalf(3 * 2 ** -25))).toBe(2 ** -23);
    expect(toNumber(toHalf(65_519))).toBe(65_504);
    expect(toNumber(toHalf(-65_520))).toBe(-Infinity);
  });
});

describe('applying a tuning', () => {
  const matrix = { shape: [2, 3], values: [1, 2, 3, 4, 5, 6] };

  it.each(['', '-'])(
    'adds up × down to a matrix and replaces the rest, wherever the data begins (%j)',
    (padding) => {
      const weights = pack(
        { kept: { shape: [1], values: [9] }, bias: { shape: [2], values: [0, 0] }, matrix },
        padding,
      );
      const tuning = pack({
        'matrix.up': { shape: [2, 1], values: [1, -2] },
        'matrix.down': { shape: [1, 3], values: [0.5, 0, 0.25] },
        bias: { shape: [2], values: [7, 8] },
      });
      applyTuning(weights, tuning);
      expect(readLast(weights, 9)).toEqual([9, 7, 8, 1.5, 2, 3.25, 3, 5, 5.5]);
    },
  );

  it('refuses weights that the model doesn’t have', () => {
    const tuning = pack({ other: { shape: [1], values: [1] } });
    expect(() => {
      applyTuning(pack({ matrix }), tuning);
    }).toThrow('no weights named other');
  });
});

describe('reading a tuning', () => {
  const bytes = pack({ bias: { shape: [2], values: [7, 8] } });
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tuning-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (name: string, content: Uint8Array): void => {
    writeFileSync(path.join(folder, `${name}${TUNING_ENDING}`), content);
  };

  it('gives the file that its name is the hash of', () => {
    write(hashTuning(bytes), bytes);
    const tuning = readTuning(folder);
    expect(tuning.hash).toBe(hashTuning(bytes));
    expect(Buffer.from(tuning.bytes).equals(bytes)).toBe(true);
  });

  it('refuses one that a byte was changed in, one of two, and none', () => {
    expect(() => readTuning(folder)).toThrow('It holds 0');
    expect(() => readTuning(path.join(folder, 'missing'))).toThrow('ENOENT');
    write(hashTuning(bytes), Buffer.from(bytes).fill(1, 20, 21));
    expect(() => readTuning(folder)).toThrow('is damaged');
    write('another', bytes);
    expect(() => readTuning(folder)).toThrow('It holds 2');
  });
});

describe('weights that a build prepares', () => {
  const base = pack({ kept: { shape: [1], values: [9] }, bias: { shape: [2], values: [0, 0] } });
  const tuned = pack({ bias: { shape: [2], values: [7, 8] } });
  let [folder, weightsFile, into] = ['', '', ''];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tuned-'));
    into = path.join(folder, 'dist');
    weightsFile = path.join(folder, 'model', 'weights.safetensors');
    mkdirSync(path.dirname(weightsFile));
    writeFileSync(weightsFile, base);
    setVersion('1.0.0');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const setVersion = (version: string): void => {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ version }));
  };
  const tuning = (hash: string) => ({ hash, bytes: tuned });
  const find = (hash: string) => findTunedFile(tuning(hash), weightsFile, into);

  it('hold the tuning, and are found for that tuning of that version only', () => {
    expect(find('a')).toBeNull();
    writeTunedFile(tuning('a'), weightsFile, into);
    expect(readLast(readFileSync(find('a') ?? ''), 3)).toEqual([9, 7, 8]);
    expect(find('b')).toBeNull();
    setVersion('1.0.1');
    expect(find('a')).toBeNull();
  });

  it('replace those of another tuning, and a file that is cut short', () => {
    writeTunedFile(tuning('a'), weightsFile, into);
    writeTunedFile(tuning('b'), weightsFile, into);
    expect(readdirSync(into)).toHaveLength(1);
    writeFileSync(find('b') ?? '', base.subarray(1));
    expect(find('b')).toBeNull();
    writeTunedFile(tuning('b'), weightsFile, into);
    expect(find('b')).not.toBeNull();
  });
});
