/**
 * Checks whether the content's wordings can be told apart. It leaves out each wording in turn and compares it with all
 * others by meaning alone: with the nearest wording of an item and with the item's middle. That needs no training, so
 * it takes seconds and always gives the same result for the same content.
 */
import type { Unit } from './examples';
import type { Example } from './rank-topics';

export type WordingFault =
  /** Too few of an answer's wordings find it. `by` takes most of the others, for example this one. */
  | {
      readonly kind: 'not-found';
      readonly id: string;
      readonly found: number;
      readonly of: number;
      readonly by: string;
      readonly wording: string;
    }
  /** Another item takes at least half of an item's wordings. */
  | {
      readonly kind: 'taken-over';
      readonly id: string;
      readonly taken: number;
      readonly of: number;
      readonly by: string;
      readonly wording: string;
    }
  /** Two items have wordings with the same meaning. */
  | {
      readonly kind: 'same';
      readonly id: string;
      readonly wording: string;
      readonly by: string;
      readonly other: string;
    };

/** The shipped content meets these limits. They're chosen so that a paraphrase of another item's wordings doesn't. */
const LEAST_FOUND = 1 / 3;
const MOST_TAKEN = 1 / 2;
/** With fewer wordings than this, each one is a special case. */
const LEAST_WORDINGS = { found: 3, taken: 5 };
const SAME = 0.97;
/** How many items are compared closely. They're the ones with the nearest middles. */
const LOOKED_AT = 10;

interface Group {
  readonly unit: Unit;
  readonly members: readonly number[];
  readonly sum: Float32Array;
  /** The length of `sum`. */
  readonly length: number;
}

/**
 * `answers` are the IDs of items that answer. Others, such as not-covered items, are diverse, so they only must not be
 * taken over.
 */
export function judgeWordings(
  examples: readonly Example[],
  vectors: readonly Float32Array[],
  answers: ReadonlySet<string>,
): readonly WordingFault[] {
  const groups = groupUp(examples, vectors);
  const readings = examples.map((example, at) => read(example, at, { examples, vectors, groups }));
  return groups.flatMap(({ unit, members }) => {
    const own = members.flatMap((at) => readings[at] ?? []);
    return [...listSame(unit, own, examples), ...listLost(unit, own, examples, answers.has(unit.id))];
  });
}

interface Reading {
  readonly at: number;
  /** The item of another topic that takes the wording; null if its own item is nearer. */
  readonly taker: string | null;
  /** A wording of another topic with the same meaning. */
  readonly same: number | null;
}

interface Sources {
  readonly examples: readonly Example[];
  readonly vectors: readonly Float32Array[];
  readonly groups: readonly Group[];
}

function read({ unit, prepared }: Example, at: number, { examples, vectors, groups }: Sources): Reading {
  const vector = vectors[at] ?? new Float32Array();
  const middles = groups.map((group) => likenessToMiddle(vector, group, group.unit.id === unit.id));
  const isElsewhere = ({ programme }: Unit): boolean =>
    programme !== null && prepared.named.length > 0 && !prepared.named.includes(programme);
  const isOwn = (group: Group): boolean => group.unit.topic === unit.topic;
  const rivals = [...groups.keys()]
    .filter((index) => {
      const group = groups[index];
      return group !== undefined && !isOwn(group) && !isElsewhere(group.unit);
    })
    .sort((one, other) => (middles[other] ?? 0) - (middles[one] ?? 0))
    .slice(0, LOOKED_AT);
  const own = [...groups.keys()].filter((index) => groups[index]?.unit.topic === unit.topic);
  const [ownBest, rival] = [own, rivals].map((some) => findBest(some, at, middles, { vectors, groups }));
  const twin = rival === undefined || rival.cosine < SAME ? undefined : examples[rival.nearest];
  const isSame = twin !== undefined && twin.prepared.named.join() === prepared.named.join();
  return {
    at,
    taker:
      rival !== undefined && rival.score > (ownBest?.score ?? -1)
        ? (groups[rival.group]?.unit.id ?? null)
        : null,
    same: isSame ? (rival?.nearest ?? null) : null,
  };
}

interface Best {
  readonly group: number;
  readonly score: number;
  readonly cosine: number;
  readonly nearest: number;
}

function findBest(
  indexes: readonly number[],
  at: number,
  middles: readonly number[],
  { vectors, groups }: Pick<Sources, 'vectors' | 'groups'>,
): Best | undefined {
  const vector = vectors[at] ?? new Float32Array();
  let best: Best | undefined;
  for (const group of indexes) {
    let [cosine, nearest] = [-1, -1];
    for (const member of groups[group]?.members ?? []) {
      if (member === at) continue;
      const like = dot(vector, vectors[member] ?? vector);
      if (like > cosine) [cosine, nearest] = [like, member];
    }
    const score = (cosine + (middles[group] ?? 0)) / 2;
    if (nearest !== -1 && (best === undefined || score > best.score))
      best = { group, score, cosine, nearest };
  }
  return best;
}

function listSame(
  { id }: Unit,
  readings: readonly Reading[],
  examples: readonly Example[],
): readonly WordingFault[] {
  return readings.flatMap(({ at, same }) => {
    const twin = same === null ? undefined : examples[same];
    // Each of the two wordings finds the other, so this reports them once.
    if (twin === undefined || same === null || same < at) return [];
    const wording = examples[at]?.prepared.mended ?? '';
    return [{ kind: 'same', id, wording, by: twin.unit.id, other: twin.prepared.mended } as const];
  });
}

function listLost(
  { id }: Unit,
  readings: readonly Reading[],
  examples: readonly Example[],
  isAnswer: boolean,
): readonly WordingFault[] {
  const of = readings.length;
  const [most] = [...countTakers(readings)].sort(([, one], [, other]) => other.length - one.length);
  if (most === undefined) return [];
  const [by, taken] = most;
  const wording = examples[taken[0]?.at ?? -1]?.prepared.mended ?? '';
  const found = readings.filter(({ taker }) => taker === null).length;
  if (of >= LEAST_WORDINGS.taken && taken.length >= of * MOST_TAKEN)
    return [{ kind: 'taken-over', id, taken: taken.length, of, by, wording }];
  if (isAnswer && of >= LEAST_WORDINGS.found && found < of * LEAST_FOUND)
    return [{ kind: 'not-found', id, found, of, by, wording }];
  return [];
}

function countTakers(readings: readonly Reading[]): ReadonlyMap<string, readonly Reading[]> {
  const takers = new Map<string, Reading[]>();
  for (const reading of readings) {
    if (reading.taker === null) continue;
    const taken = takers.get(reading.taker) ?? [];
    takers.set(reading.taker, [...taken, reading]);
  }
  return takers;
}

function groupUp(examples: readonly Example[], vectors: readonly Float32Array[]): readonly Group[] {
  const members = new Map<Unit, number[]>();
  examples.forEach(({ unit }, at) => {
    members.set(unit, [...(members.get(unit) ?? []), at]);
  });
  return [...members].map(([unit, indexes]) => {
    const sum = new Float32Array(vectors[0]?.length ?? 0);
    for (const at of indexes)
      vectors[at]?.forEach((value, index) => {
        sum[index] = (sum[index] ?? 0) + value;
      });
    return { unit, members: indexes, sum, length: Math.sqrt(dot(sum, sum)) || 1 };
  });
}

/**
 * The likeness of a vector of length 1 to the middle of a group. For its own group, it's as if the vector weren't in
 * it.
 */
function likenessToMiddle(vector: Float32Array, { sum, members, length }: Group, isOwn: boolean): number {
  const along = dot(vector, sum);
  if (!isOwn) return along / length;
  if (members.length < 2) return -1;
  return (along - 1) / Math.sqrt(Math.max(length ** 2 - 2 * along + 1, 1e-9));
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
