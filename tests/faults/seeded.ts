/** Chance that can be had again: the same seed makes the same choices in the same order (mulberry32). */
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
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
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
