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
 * A language that people may ask in: content/languages/<id>.yaml. Its dictionary translates questions word by word, so
 * that everything that the bot understands in English works in it, too. `id` is an ISO 639-1 code.
 */
export const Language = z.strictObject({
  id: Id,
  /** Says, in this language, that answers come in English. */
  sentence: Line,
  /** The scripts of a language that puts no spaces between words. */
  scripts: z.array(Script).default([]),
  /** English words, each with the forms that mean it. A `*` at the end of a form matches any ending. */
  dictionary: z.record(Line, z.array(Line).min(1)),
});
export type Language = z.infer<typeof Language>;
