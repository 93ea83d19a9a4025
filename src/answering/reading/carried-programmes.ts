import type { Content } from '../../knowledge/model/content';
import type { ProgrammeNames } from '../../knowledge/search/programme-names';
import type { Turn } from '../dialogue';

/** The programmes that were mentioned last. A message that names none is about them. */
export function createCarriedProgrammes(
  { entries, rules }: Content,
  names: Pick<ProgrammeNames, 'find'>,
): (turns: readonly Turn[]) => readonly string[] {
  const programmeOf = new Map([...entries, ...rules].map(({ topic, programme }) => [topic, programme]));
  return (turns) => {
    for (const { text, topic } of turns.toReversed()) {
      const named = names.find(text);
      if (named.length > 0) return named;
      const programme = programmeOf.get(topic);
      if (programme !== undefined && programme !== null) return [programme];
    }
    return [];
  };
}
