/**
 * Every number by which a reply is decided, with what it is for. `npm run bench:understanding -- --ablate` tells what each
 * of them brings.
 */

/** Which need a message tells (needs.ts). */
export const NEED = {
  /** A message that asks for a fact more likely than this is answered by the search. */
  mostFact: 0.5,
  /** Less likely than this, the door is not named: a question is asked. */
  sureOfDoor: 0.4,
  /** A need that the search found nothing certain for, where the message reads like a question for a fact. */
  insteadOfGap: 0.6,
  /** A report of a vulnerability, by the need alone. */
  report: 0.5,
};
