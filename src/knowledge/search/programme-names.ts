import type { Programme } from '../content';
import type { Cues } from '../cues';
import { phrasePattern } from './words';

/**
 * Which programmes a text names. One wording serves all programmes once their names are taken out of it: "does TPD come
 * on site" and "does the desk come on site" ask the same of two programmes.
 */
export interface ProgrammeNames {
  /** Ids of the programmes that the text names, in the order of content. */
  find(text: string): string[];
  /** The text with each engaging programme's name replaced by the stand-in. */
  mask(text: string): string;
  /** What is left of the text without any programme's name. */
  remove(text: string): string;
}

export function createProgrammeNames(programmes: readonly Programme[], cues: Cues): ProgrammeNames {
  const named = programmes.flatMap((programme) => {
    const names = [
      programme.name,
      programme.shortName,
      ...programme.aliases,
      ...(cues.programmeNames[programme.id] ?? []),
    ].flatMap((name) => [name, `the ${name}`, `your ${name}`]);
    const pattern = phrasePattern([...new Set(names)]);
    return pattern === null ? [] : [{ programme, pattern }];
  });
  const replace = (text: string, by: (programme: Programme) => string | null): string =>
    named.reduce((rest, { programme, pattern }) => {
      const replacement = by(programme);
      return replacement === null ? rest : rest.replace(pattern, replacement);
    }, text);
  return {
    find: (text) =>
      named.filter(({ pattern }) => text.search(pattern) >= 0).map(({ programme }) => programme.id),
    // A programme without a motion (a plan, an office) is what the question is about rather than who is asked.
    mask: (text) =>
      replace(text, (programme) => (programme.motion === undefined ? null : cues.standIn))
        .replace(/\s+/g, ' ')
        .trim(),
    remove: (text) =>
      replace(text, () => ' ')
        .replace(/\s+/g, ' ')
        .trim(),
  };
}
