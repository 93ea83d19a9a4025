import type { Content } from '../content';
import type { Unit } from './examples';
import { nameErrorCodes } from './error-codes';
import { blankLinks } from './links';
import { createProgrammeNames } from './programme-names';
import { createSpelling } from './spelling';

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
  content: Pick<Content, 'programmes' | 'cues'>,
  units: readonly Unit[],
  knownWords: ReadonlySet<string>,
): (text: string) => Prepared {
  const spelling = createSpelling(
    units.flatMap((unit) => unit.asks),
    knownWords,
    content.cues.shorthand,
  );
  const names = createProgrammeNames(content);
  return (text) => {
    const mended = spelling.mend(text);
    const masked = names.mask(nameErrorCodes(blankLinks(mended), content.cues.errorCode));
    return { mended, masked, named: names.find(mended) };
  };
}
