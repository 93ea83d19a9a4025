import type { ProgrammeNames } from '../../knowledge/search/programme-names';
import { toWords } from '../../knowledge/search/words';

/**
 * Whether a message depends on earlier ones, and how: it begins like a continuation, says "they" or "it", or is hardly
 * more than a name ("and for the other one?"). In the last case it asks the earlier question again about that name.
 */
export interface Leaning {
  /** The programme of the earlier message is meant when this one names none. */
  readonly carriesProgramme: boolean;
  /** It opens like a continuation, or speaks of something that it does not name. */
  readonly leans: boolean;
  /** Nothing is asked but "the same of this": the earlier text has to be read together with this one. */
  readonly carriesQuestion: boolean;
  /** What "and tenders?" asks about in place of what was asked before; null where there is a sentence. */
  readonly instead: string | null;
}

const OPENER =
  /^(?:ok(?:ay)?|and|so|but|then|fine|well|right|great|thanks|not|even|really|what about|how about|what if)\b/i;
const POINTER =
  /\b(?:they|them|their|theirs|it|its|that|this|these|those|there|one|ones|same|either|both|he|she|him|her)\b/i;
const FILLER = new Set(
  (
    'a about also an and any are as at be but either else for from i if in is it just me my no not of ok okay on one ' +
    'ones or our out please same so that the their them then there these they thing this those to too us we well what ' +
    'with yes you your is was were do does did can could will would s thing things stuff before earlier sure really true correct even'
  ).split(' '),
);
/** "What is ASfP?" is hardly more than a name, and still a whole question. */
const DEFINITION =
  /\b(?:what(?:’|'|\s+i)?s|what\s+are|what\s+does|who(?:’|'|\s+i)?s|who\s+are|define|meaning\s+of)\b/i;
/** Polite words: alone they ask nothing, though they begin like a continuation. */
const COURTESY = new Set('ok okay great fine thanks thank you'.split(' '));
/** What can be said of anything: "what must I do first?", "any more of those?", "roughly?" */
const OF_ANYTHING = new Set(
  (
    'do does did done first next start begin get go work works need want must should can could may will would have has ' +
    'how what when where who why which whom much many more most less least long often soon fast far all any anything ' +
    'something everything nothing none some other others another only again then now still yet ever never always tell ' +
    'say said mean means know see look looks looking give take takes make makes use used happens happen help helps ' +
    'explain example examples exactly roughly approximately ballpark about rule rules way ways reason reasons step ' +
    'steps detail details details dos don donts dont isn doesn aren won didn really actually maybe perhaps'
  ).split(' '),
);
const MOST_OF_ANYTHING = 9;
const SHORT = 14;
/** What stands before a thing that is asked about in place of another. */
const INSTEAD =
  /^(?:(?:ok(?:ay)?|and|so|but|then|also|or|well|what about|how about|what if|same for|for|with|about|on|in|the|a|an|any|some)\b[\s,]*)+/i;
/** And what stands behind it: "Dynamics too?" */
const TOO = /[\s,]+(?:too|as well|also|auch)\W*$/i;
const MOST_INSTEAD = 3;

/** "Since two weeks", "in French?", "next Tuesday at 2": a piece of a sentence that somebody else began. */
const FRAGMENT =
  /^(?:(?:and|but|even|only|mostly),? )?(?:since|for|because(?: of)?|until|in|on|at|by|from|after|before|within|without|during|next|every|seit|wegen|bis|ab)\b/i;
const HAS_VERB =
  /\b(?:is|are|was|were|do|does|did|can|could|will|would|should|must|has|have|had|need|want|get|know|use|make|help|show|tell|find|request|report|book|ist|sind|kann|können|hat|haben|braucht|brauchen)\b/i;
const MOST_OF_FRAGMENT = 6;

/** Whether a message says nothing of its own, so that it can only be about earlier messages. */
export function isAboutEarlier(text: string): boolean {
  const all = toWords(text);
  if (all.length <= MOST_OF_FRAGMENT && FRAGMENT.test(text.trim()) && !HAS_VERB.test(text)) return true;
  const words = all.filter((word) => !/^\p{L}$/u.test(word));
  return (
    words.length > 0 &&
    words.length <= MOST_OF_ANYTHING &&
    words.every((word) => FILLER.has(word) || OF_ANYTHING.has(word) || /^\d+$/u.test(word))
  );
}

/** "The client's own IT" points at nothing. Where all is in capitals, nothing can be told by them. */
function withoutDepartment(text: string): string {
  return /\p{Ll}/u.test(text) ? text.replace(/\bIT\b/g, ' ') : text;
}

export function findLeaning(text: string, names: Pick<ProgrammeNames, 'remove' | 'find'>): Leaning {
  const words = toWords(text);
  if (words.every((word) => COURTESY.has(word)))
    return { carriesProgramme: false, leans: false, carriesQuestion: false, instead: null };
  const content = toWords(names.remove(text)).filter((word) => !FILLER.has(word));
  const opens = OPENER.test(text.trim()) || TOO.test(text);
  const rest = text.trim().replace(INSTEAD, '').replace(TOO, '');
  const isThing = opens && content.length > 0 && toWords(rest).length <= MOST_INSTEAD && !names.find(text)[0];
  const points = POINTER.test(withoutDepartment(text));
  const isDefinition = DEFINITION.test(text) && names.find(text).length > 0 && !points;
  return {
    carriesProgramme: words.length <= SHORT || ((opens || points) && words.length <= SHORT * 2),
    leans: (opens || points) && words.length <= SHORT,
    carriesQuestion: words.length <= SHORT && !isDefinition && content.length <= (opens ? 1 : 0),
    instead: isThing ? rest : null,
  };
}
