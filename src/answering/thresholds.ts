/**
 * Every number by which a reply is decided, with what it is for. `npm run bench:understanding -- --ablate` tells what each
 * of them brings.
 */

/** Which need a message tells (needs.ts). */
export const NEED = {
  /** A message that asks for a fact more likely than this is answered by the search. */
  mostFact: 0.5,
  /**
   * What the search is as sure of as this answers in place of a need, by what it found. Where the message names a
   * programme, it has to be as sure as the need is.
   */
  search: {
    /** An intent: help, a person, the status of a request. */
    intent: 0.5,
    /** A gap, or anything where the need itself is vague. */
    gap: { probability: 0.6, likeness: 0.42 },
    /** Anything. */
    certain: { probability: 0.9, likeness: 0.65 },
  },
  /** A message that surely tells a need, whatever gap is near it. */
  leastFact: 0.1,
  /** Less likely than this, the door is not named: a question is asked. */
  sureOfDoor: 0.4,
  /** A need that is in scope as surely as this outweighs what a request resembles. */
  supported: 0.6,
  /** A need that the search found nothing certain for, where the message reads like a question for a fact. */
  insteadOfGap: 0.6,
  /** A report of a vulnerability, by the need alone. */
  report: 0.5,
};
