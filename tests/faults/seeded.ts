import { createRandom } from '../../src/shared/random';

/** Choices that can be repeated: the same seed makes the same ones in the same order. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** Whole, from `from` to `to`. */
  between(from: number, to: number): number;
  happens(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** A separate stream, so that other draws don't change its own. */
  branch(name: string): Chance;
}

export function createChance(seed: number): Chance {
  const next = createRandom(seed);
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    branch: (name) => createChance(Buffer.from(name).reduce((sum, byte) => (sum * 31 + byte) | 0, seed)),
  };
}
