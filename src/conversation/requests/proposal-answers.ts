/**
 * What an owner says under a date that the partner proposed: "yes", "ok, the 15th works". It reads like an answer to it, so
 * the answers are offered. Other words may be meant for the partner and stay a note.
 */
import type { Offer } from '../../answering/reply';
import type { RequestView } from '../../engagement/reading/view';
import { showNotice } from './outcomes';
import type { Outgoing } from '../message';
import { readDay } from '../typed/read-details';
import type { Turn } from '../turn';

const BEGINS_AN_ANSWER =
  /^(?:yes|yep|yeah|ok(?:ay)?|sure|fine|agreed|confirm(?:ed)?|perfect|great|works|(?:that|this|it)(?: works| is fine| suits|['’]s fine|['’]s ok(?:ay)?)|no|nope|ja|nein|passt|einverstanden|in ordnung|gern(?:e)?|oui|non|sí|si|sì|sim|não|nee)(?![\p{L}-])/iu;
/** What a press may send in the person's name. */
const LONGEST_OFFERED = 300;
/** "No" or "that works" says no more than the answer itself. */
const LEAST_WORDS = 4;

export function answersProposal(
  text: string,
  { proposedFor, possible }: RequestView,
  nowMs: number,
): boolean {
  if (proposedFor === null || !possible.includes('confirm-date')) return false;
  const day = readDay(text, nowMs);
  return (
    BEGINS_AN_ANSWER.test(text) || (day !== null && 'acceptedFor' in day && day.acceptedFor === proposedFor)
  );
}

export function offerProposalAnswers(
  { number, possible }: RequestView,
  text: string,
  { words }: Turn,
): Outgoing {
  const { buttons, verbs, talk } = words;
  const answers = (['confirm-date', 'decline-date'] as const).filter((event) => possible.includes(event));
  const isMore = text.split(/\s+/u).length >= LEAST_WORDS && text.length <= LONGEST_OFFERED;
  const offers: readonly Offer[] = [
    ...answers.map((event) => ({ title: buttons[event], text: `${verbs[event]} ${number}` })),
    ...(isMore ? [{ title: buttons.addNote, text: `${verbs.note} ${number}: ${text}` }] : []),
  ];
  return showNotice({ tone: 'info', text: talk.whichStep(number), number, saysNext: true, offers }, words);
}
