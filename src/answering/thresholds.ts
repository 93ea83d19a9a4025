/**
 * Every number that decides a reply, and its purpose. `probability` is the search's share of all topics, `likeness` how
 * like a message is to the nearest ask (0 to 1). With another encoder each bar of likeness moves to where as many
 * left-out wordings of the content reach it.
 */

/** read-message.ts: how much one reading of a message counts against its others. */
export const WEIGHT = { alone: 1, withEarlier: 0.8, insteadOfAlone: 4, sentence: 1 };
/** A message less like any ask than this says next to nothing on its own. */
export const WEAK_LIKENESS = 0.43;
/** A message as clear as this on its own needs no other reading. */
export const CLEAR = { likeness: 0.54, probability: 0.6 };
/** A longer text that names two programmes tells of them and doesn't ask the same of both. */
export const MOST_WORDS_OF_TWO = 14;
/** The topic of the question before counts this much, as it was answered already: in a clear and in a weak message. */
export const ANSWERED_ALREADY = 0.25;
export const MAY_BE_MEANT_AGAIN = 0.45;

/** replies.ts: below these a candidate is not good enough to answer. Chosen on the asks by cross-validation. */
export const ENOUGH = {
  byMeaning: { probability: 0.2, likeness: 0.35, certain: 0.6 },
  byWords: { probability: 0.4, likeness: 0.45, certain: 2 },
};
/** Two questions in one message: how sure each half must be, where the halves are clear and where they are a guess. */
export const ENOUGH_FOR_A_PART = { probability: 0.4, likeness: 0.43 };
export const ENOUGH_FOR_A_GUESSED_PART = { probability: 0.7, likeness: 0.58 };
/** What is covered goes before what isn't, from this share of its probability on, when it is more like the message. */
export const HELD = { share: 0.5 };
/** A negated question is about the opposite aspect, if that is at all as likely as this. */
export const LEAST_OPPOSITE = 0.05;
/** A second reading is answered too when it is nearly as likely as the first. */
export const SECOND = { share: 0.4, likeness: 0.38 };
/** Where nothing is like the message, it is not covered when that is this share as likely as the best. */
export const GAP_OF_STRANGER = 0.6;

/** not-covered.ts: a question without a programme's name that is less like any ask may only share words with one. */
export const STRANGER = { likeness: 0.54, odds: 0.5 };
export const FAR_STRANGER = { likeness: 0.4, odds: 0.2 };
/** A candidate this much likelier than any one thing that is not covered goes first. */
export const BEYOND_A_GAP = 1.5;
/** A yes or no about a named programme: below both nothing is stated, unless that is itself much less likely. */
export const LEAST_STATED = { probability: 0.45, likeness: 0.54, odds: 0.7 };
/** Without a programme's name, "no list states it" must be this like the message. */
export const LEAST_UNSTATED = 0.63;
/** Less like a gap's asks than this, the general words are said: a wrong reason is worse than none. */
export const LEAST_SPECIFIC = 0.47;

/** understand.ts: what may be a report of a vulnerability is answered as one, or only kept by nobody. */
export const REPORT = { likely: 0.4, possible: 0.15 };
/** After a report the next messages may go on describing it. */
export const REPORT_LASTS_TURNS = 3;
/** A wish that is as like a rule as this asks about the rule; what reads like an order must be more like it. */
export const FACT = { probability: 0.8, likeness: 0.54 };
export const SURE_FACT = { probability: 0.97, likeness: 0.58 };

/** needs.ts: which need a message tells. */
export const NEED = {
  /** A message that asks for a fact more likely than this is answered by the search. */
  mostFact: 0.5,
  /**
   * What the search is as sure of as this answers in place of a need, by what it found. A gap, and what was found for a
   * message that names a programme, must be as sure as the need is, too.
   */
  search: {
    /** An intent: help, a person, the status of a request. */
    intent: 0.5,
    /** A gap, or anything where the need itself is vague. */
    gap: { probability: 0.6, likeness: 0.47 },
    /** Anything. */
    certain: { probability: 0.9, likeness: 0.68 },
  },
  /** Less likely than this, the door is not named: a question is asked. */
  sureOfDoor: 0.4,
  /** A need as sure as this outweighs what a request resembles, and a breakdown what a report is like. */
  supported: 0.6,
};

/**
 * A message that is probably about nothing in the content is only answered where the answer is likely enough to be
 * right: one time in eight, or one in ten where it names one of the programmes. A refusal costs a second question, a
 * wrong answer costs trust. `rightWhenNamed` was chosen on labelled and blind questions that name a programme: below one
 * in ten, one of eight answers was right.
 */
export const STRANGE = { familiarity: 0.5, right: 1 / 8, rightWhenNamed: 1 / 10 };
