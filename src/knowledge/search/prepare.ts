import type { Content } from '../model/content';
import type { Unit } from './examples';
import { nameErrorCodes } from './error-codes';
import { blankLinks } from './links';
import { createProgrammeNames } from './programme-names';
import { createSpelling } from './spelling';
import { toWords } from './words';

/** A text as search compares it: with corrected spelling, and with programme names recognised and replaced. */
export interface Prepared {
  /** The text with corrected spelling, still with names. */
  readonly mended: string;
  /** The text that's embedded and compared, without links. */
  readonly masked: string;
  /** The IDs of the programmes in the text. */
  readonly named: readonly string[];
}

/** Prepares people's texts, and the asks in the same way. */
export function createPreparation(
  content: Pick<Content, 'programmes' | 'cues' | 'situations'>,
  units: readonly Unit[],
  knownWords: ReadonlySet<string>,
): (text: string) => Prepared {
  const spelling = createSpelling(
    units.flatMap((unit) => unit.asks),
    withWordsOf(content, knownWords),
    content.cues.shorthand,
  );
  const names = createProgrammeNames(content);
  return (text) => {
    const mended = spelling.mend(text);
    const masked = names.mask(nameErrorCodes(blankLinks(mended), content.cues.errorCode));
    return { mended, masked, named: names.find(mended) };
  };
}

/** A word that's written once may be a mistake, but twice means that it's a word: "asap" isn't a misspelt "ASfP". */
const LEAST_TIMES = 2;

/**
 * Adds the words of the situations and of other things' names to the known words. Situations use more words than the asks
 * do, and corrections never turn a word into one of them.
 */
function withWordsOf(
  { situations, cues }: Pick<Content, 'situations' | 'cues'>,
  knownWords: ReadonlySet<string>,
): ReadonlySet<string> {
  // Without the model's words, nothing is corrected.
  if (knownWords.size === 0) return knownWords;
  const times = new Map<string, number>();
  for (const { says } of situations)
    for (const text of says)
      for (const word of new Set(toWords(text))) times.set(word, (times.get(word) ?? 0) + 1);
  return new Set([
    ...knownWords,
    ...cues.notCustomers.flatMap(toWords),
    ...[...times].flatMap(([word, count]) => (count >= LEAST_TIMES ? [word] : [])),
  ]);
}
