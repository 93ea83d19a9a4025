import type { Content } from '../model/content';
import type { Unit } from './examples';
import { nameErrorCodes } from './error-codes';
import { blankLinks } from './links';
import { createProgrammeNames } from './programme-names';
import { createSpelling } from './spelling';
import { toWords } from './words';

/** A text as search compares it: spelling corrected, programme names recognised and removed. */
export interface Prepared {
  /** With corrected spelling, names still in it. */
  readonly mended: string;
  /** What is embedded and compared: without links. */
  readonly masked: string;
  /** Ids of the programmes that it names. */
  readonly named: readonly string[];
}

/** Turns texts of people, and the asks alike, into what search compares. */
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

/** What is written once may be a slip, what is written again is a word. */
const LEAST_TIMES = 2;

/** Words of the situations and of other things' names count as known: "asap" isn't a misspelt "ASfP". Situations use more words than the asks do, and nothing is corrected to one of them. */
function withWordsOf(
  { situations, cues }: Pick<Content, 'situations' | 'cues'>,
  knownWords: ReadonlySet<string>,
): ReadonlySet<string> {
  // Without the model's words nothing is corrected.
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
