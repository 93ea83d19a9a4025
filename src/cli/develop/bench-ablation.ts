/**
 * Shows what each threshold is worth. It switches them off one after the other and counts the right answers on labelled
 * files. A threshold that brings less than half a point on messages that nobody tuned for should go.
 */
import { EMPTY_DIALOGUE, remember, type Answerer, type Dialogue } from '../../answering/dialogue';
import type { ReplyDoor } from '../../answering/replying/find-door';
import type { Reply } from '../../answering/reply';
import * as thresholds from '../../answering/thresholds';
import type { Query, Ranking, Search } from '../../knowledge/search/search';
import { labelDoor } from '../ask/chat';
import type { LabelledLine } from './labelled-lines';

const NEVER = 2;
const ALWAYS = 0;

/** For each threshold, by its path in thresholds.ts, the value that switches it off. */
export const OFF: Readonly<Record<string, number>> = {
  'WEIGHT.withEarlier': 0,
  'WEIGHT.insteadOfAlone': 1,
  'WEIGHT.sentence': 0,
  WEAK_LIKENESS: 0,
  'CLEAR.likeness': NEVER,
  MOST_WORDS_OF_TWO: Infinity,
  ANSWERED_ALREADY: 1,
  MAY_BE_MEANT_AGAIN: 1,
  'ENOUGH.byMeaning.probability': ALWAYS,
  'ENOUGH.byMeaning.likeness': ALWAYS,
  'ENOUGH.byMeaning.certain': NEVER,
  'ENOUGH_FOR_A_PART.probability': ALWAYS,
  'ENOUGH_FOR_A_PART.likeness': ALWAYS,
  'ENOUGH_FOR_A_GUESSED_PART.probability': NEVER,
  'ENOUGH_FOR_A_GUESSED_PART.likeness': ALWAYS,
  'HELD.share': NEVER,
  LEAST_OPPOSITE: NEVER,
  'SECOND.share': NEVER,
  'SECOND.likeness': ALWAYS,
  GAP_OF_STRANGER: ALWAYS,
  'STRANGER.likeness': ALWAYS,
  'FAR_STRANGER.likeness': ALWAYS,
  BEYOND_A_GAP: Infinity,
  'LEAST_STATED.probability': ALWAYS,
  'LEAST_STATED.likeness': NEVER,
  'LEAST_STATED.odds': ALWAYS,
  LEAST_UNSTATED: ALWAYS,
  LEAST_SPECIFIC: ALWAYS,
  'FACT.probability': NEVER,
  'SURE_FACT.probability': NEVER,
  'NEED.mostFact': NEVER,
  'NEED.search.intent': NEVER,
  'NEED.search.gap.probability': NEVER,
  'NEED.search.certain.probability': NEVER,
  'NEED.sureOfDoor': ALWAYS,
  'STRANGE.familiarity': ALWAYS,
  'STRANGE.right': ALWAYS,
  'STRANGE.rightWhenNamed': ALWAYS,
};

/** A search that reads each text only once, because the thresholds don't affect it. */
export function rememberRankings(search: Search): Search {
  const known = new Map<string, Ranking>();
  const reports = new Map<string, number | null>();
  const keyOf = ({ text, carried }: Query): string => [text, ...carried].join('\0');
  return {
    ...search,
    async weighReports(texts) {
      const missing = texts.filter((text) => !reports.has(text));
      const found = missing.length === 0 ? [] : await search.weighReports(missing);
      missing.forEach((text, at) => reports.set(text, found[at] ?? null));
      return texts.map((text) => reports.get(text) ?? null);
    },
    async rank(queries) {
      const missing = queries.filter((query) => !known.has(keyOf(query)));
      const found = missing.length === 0 ? [] : await search.rank(missing);
      found.forEach((ranking, at) => {
        const query = missing[at];
        if (query !== undefined) known.set(keyOf(query), ranking);
      });
      return queries.flatMap((query) => known.get(keyOf(query)) ?? []);
    },
  };
}

/** Changes one threshold while `work` runs. */
export async function withThreshold<T>(path: string, value: number, work: () => Promise<T>): Promise<T> {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let holder = thresholds as unknown as Record<string, unknown>;
  for (const name of names) holder = holder[name] as Record<string, unknown>;
  const kept = holder[last];
  if (typeof kept !== 'number') throw new Error(`There’s no threshold "${path}".`);
  holder[last] = value;
  try {
    return await work();
  } finally {
    holder[last] = kept;
  }
}

export interface AblationFile {
  readonly name: string;
  readonly lines: readonly LabelledLine[];
}

export async function countRight(
  answerer: Pick<Answerer, 'understand'>,
  findDoor: (reply: Reply) => ReplyDoor,
  lines: readonly LabelledLine[],
): Promise<number> {
  let right = 0;
  for (const { earlier, text, label, acceptable, doors } of lines) {
    let dialogue: Dialogue = EMPTY_DIALOGUE;
    for (const before of earlier)
      dialogue = remember(dialogue, before, await answerer.understand(before, dialogue), 0);
    const reply = await answerer.understand(text, dialogue);
    const isRightDoor = doors.includes(labelDoor(findDoor(reply)) ?? '');
    const isRightTopic = reply.topic === label || acceptable.includes(reply.topic);
    if (doors.length > 0 ? isRightDoor : isRightTopic) right += 1;
  }
  return right;
}

/** Prints one line per threshold: the right answers on each file without it, and the points that it brings. */
export async function ablate(
  answerer: Pick<Answerer, 'understand'>,
  findDoor: (reply: Reply) => ReplyDoor,
  files: readonly AblationFile[],
  print: (line: string) => void,
): Promise<void> {
  const count = async (): Promise<number[]> => {
    const counts: number[] = [];
    for (const { lines } of files) counts.push(await countRight(answerer, findDoor, lines));
    return counts;
  };
  const all = files.reduce((sum, { lines }) => sum + lines.length, 0);
  const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);
  const show = (name: string, counts: readonly number[], brings: string): void => {
    print([name.padEnd(40), brings.padStart(6), ...counts.map((one) => String(one).padStart(5))].join(' '));
  };
  const before = await count();
  show(`right, of ${files.map(({ lines }) => lines.length).join(', ')}`, before, '');
  for (const [path, off] of Object.entries(OFF)) {
    const without = await withThreshold(path, off, count);
    show(path, without, (((sum(before) - sum(without)) / Math.max(1, all)) * 100).toFixed(1));
  }
}
