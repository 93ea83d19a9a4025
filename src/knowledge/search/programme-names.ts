import type { Content } from '../model/content';
import { blankLinks } from './links';
import { createPhrases, replaceFound } from './phrases';

/**
 * Which programmes a text names. One wording serves all programmes once their names are taken out of it: "does TPD come
 * on site" and "does the desk come on site" ask the same of two programmes.
 */
export interface ProgrammeNames {
  /** Ids of the programmes that the text names, in the order of the text. */
  find(text: string): string[];
  /** The text with each engaging programme's name replaced by the stand-in. */
  mask(text: string): string;
  /** What is left of the text without any programme's name. */
  remove(text: string): string;
  /** The text without the names of the other programmes. */
  keepOnly(text: string, id: string): string;
  /** The text with every programme's name replaced. */
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
    // A programme without a motion (a plan, an office) is what the question is about rather than who is asked.
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
