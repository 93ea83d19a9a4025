/** Random numbers that can be repeated: the same seed gives the same numbers in the same order. */

/** Numbers from 0 up to but not including 1. mulberry32 is small, and gives the same numbers everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Takes one of the items, of which there must be at least one. */
export function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

interface Shuffled<Item> {
  readonly length: number;
  [at: number]: Item;
}

/** Puts the items into a random order, in place. */
export function shuffle<Item>(items: Shuffled<Item>, random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const moved = items[at] as Item;
    items[at] = items[other] as Item;
    items[other] = moved;
  }
}
