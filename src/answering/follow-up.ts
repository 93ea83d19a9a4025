import type { ProgrammeNames } from '../knowledge/search/programme-names';
import { toWords } from '../knowledge/search/words';

/**
 * Whether a message leans on what was said before, and how: it opens like a continuation, speaks of "they" or "it", or
 * is hardly more than a name ("and for the other one?"), in which case the earlier question is asked again of that.
 */
export interface Leaning {
  /** The programme of the earlier message is meant when this one names none. */
  readonly carriesProgramme: boolean;
  /** It opens like a continuation, or speaks of something that it does not name. */
  readonly leans: boolean;
  /** Nothing is asked but "the same of this": the earlier text has to be read together with this one. */
  readonly carriesQuestion: boolean;
}

const OPENER = /^(?:ok(?:ay)?|and|so|but|then|fine|well|right|great|thanks|what about|how about|what if)\b/i;
const POINTER =
  /\b(?:they|them|their|theirs|it|its|that|this|these|those|there|one|ones|same|either|both|he|she|him|her)\b/i;
const FILLER = new Set(
  (
    'a about also an and any are as at be but either else for from i if in is it just me my no not of ok okay on one ' +
    'ones or our out please same so that the their them then there these they thing this those to too us we well what ' +
    'with yes you your is was were s thing things stuff before earlier'
  ).split(' '),
);
const SHORT = 14;

export function findLeaning(text: string, names: Pick<ProgrammeNames, 'remove'>): Leaning {
  const words = toWords(text);
  const content = toWords(names.remove(text)).filter((word) => !FILLER.has(word));
  const opens = OPENER.test(text.trim());
  const points = POINTER.test(text);
  return {
    carriesProgramme: words.length <= SHORT || ((opens || points) && words.length <= SHORT * 2),
    leans: (opens || points) && words.length <= SHORT,
    carriesQuestion: words.length <= SHORT && content.length <= (opens ? 1 : 0),
  };
}
