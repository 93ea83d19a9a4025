import type { Content } from '../model/content';
import { blankLinks } from './links';
import { createPhrases, replaceFound } from './phrases';

/**
 * Finds programmes' names in a text. Without the names, one wording works for all programmes: "does TPD come on site"
 * and "does the desk come on site" ask the same about two programmes.
 */
export interface ProgrammeNames {
  /** Returns the IDs of the programmes in the text, in the order of the text. */
  find(text: string): string[];
  /** Replaces each name of a programme with engagements by the stand-in. */
  mask(text: string): string;
  /** Removes every programme's name. */
  remove(text: string): string;
  /** Removes the names of all other programmes. */
  keepOnly(text: string, id: string): string;
  /** Replaces every programme's name. */
  replace(text: string, by: string): string;
}

export function createProgrammeNames({
  programmes,
  cues,
}: Pick<Content, 'programmes' | 'cues'>): ProgrammeNames {
  const phrases = createPhrases([
    ...cues.notProgrammes.map((phrase) => [phrase, null] as const),
    ...programmes.flatMap((programme) =>
      [
        programme.name,
        programme.shortName,
        ...programme.aliases,
        ...(cues.programmeNames[programme.id] ?? []),
      ]
        .flatMap((name) => [name, `the ${name}`, `your ${name}`, `these ${name}`, `those ${name}`])
        .map((name) => [name, programme] as const),
    ),
  ]);
  const replace = (text: string, by: string): string =>
    replaceFound(text, phrases.find(text), (programme) => (programme === null ? null : by));
  return {
    find: (text) => [...new Set(phrases.find(blankLinks(text)).flatMap(({ value }) => value?.id ?? []))],
    // A programme without a motion (a plan, an office) is what the question is about, not who it's for.
    mask: (text) =>
      replaceFound(text, phrases.find(text), (programme) =>
        programme?.motion === undefined ? null : cues.standIn,
      ),
    remove: (text) => replace(text, ' '),
    keepOnly: (text, id) =>
      replaceFound(text, phrases.find(text), (programme) =>
        programme === null || programme.id === id ? null : ' ',
      ),
    replace,
  };
}
