import { z } from 'zod/v4';
import { Id, Line } from '../model/authored';

/** A Unicode script's name, e.g. Cyrillic. */
export const Script = Line.regex(/^[A-Za-z_]+$/).refine((name) => {
  try {
    new RegExp(`\\p{Script=${name}}`, 'u');
    return true;
  } catch {
    return false;
  }
}, 'must be the name of a Unicode script');

/**
 * A language that people may ask in: content/languages/<id>.yaml. Questions are read through its dictionary, word by
 * word, so that everything the bot knows in English is understood in it, too. `id` is an ISO 639-1 code.
 */
export const Language = z.strictObject({
  id: Id,
  /** Says in the language that answers come in English. */
  sentence: Line,
  /** For a language without spaces between words: the scripts it is written in. */
  scripts: z.array(Script).default([]),
  /** English words, each with the forms that mean it. A `*` at the end of a form matches any ending. */
  dictionary: z.record(Line, z.array(Line).min(1)),
});
export type Language = z.infer<typeof Language>;
