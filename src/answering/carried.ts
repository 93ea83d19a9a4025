import type { Content } from '../knowledge/content';
import type { ProgrammeNames } from '../knowledge/search/programme-names';
import { LRUCache } from 'lru-cache';
import type { Turn } from './dialogue';

/** Each turn is looked at again in the ones after it. */
const KEPT_TURNS = 500;

/** The programmes that were spoken of last, which a message that names none is about. */
export function createCarried(
  { entries, rules }: Content,
  names: Pick<ProgrammeNames, 'find'>,
): (turns: readonly Turn[]) => readonly string[] {
  const programmeOf = new Map([...entries, ...rules].map(({ topic, programme }) => [topic, programme]));
  const spokenOf = new LRUCache<string, readonly string[]>({ max: KEPT_TURNS });

  const findIn = ({ text, topic }: Turn): readonly string[] => {
    const named = names.find(text);
    const programme = programmeOf.get(topic);
    return named.length > 0 ? named : programme === undefined || programme === null ? [] : [programme];
  };

  return (turns) => {
    for (const turn of turns.toReversed()) {
      const key = `${turn.topic} ${turn.text}`;
      const found = spokenOf.get(key) ?? findIn(turn);
      spokenOf.set(key, found);
      if (found.length > 0) return found;
    }
    return [];
  };
}
