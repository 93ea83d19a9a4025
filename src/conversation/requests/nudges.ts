import type { NoticeModel } from '../../../cards/notice';
import type { Words } from '../../../cards/words/languages';
import type { Heard, NudgeOutcome } from '../../engagement/waiting/nudge';
import type { Plea } from '../../engagement/waiting/wait';
import { describeProblems } from './faults';
import { notFound } from './outcomes';

/** The outcome of a nudge or of asking for a manager, in words for the partner. */
export function describeNudge(outcome: NudgeOutcome, words: Words, asks: Plea = 'nudge'): NoticeModel {
  const { nudge, manager } = words;
  if (!('request' in outcome)) {
    if (outcome.outcome === 'not-found') return notFound(words);
    if (outcome.outcome === 'invalid')
      return { tone: 'refused', text: describeProblems(outcome.problems, words), number: null };
    return { tone: 'refused', text: nudge.notYours, number: null };
  }
  const { number } = outcome.request;
  switch (outcome.outcome) {
    case 'nudged': {
      const done = asks === 'manager' ? manager.done(number) : nudge.done(number);
      return { tone: 'done', text: [done, ...describeHeard(outcome.heard, words)].join(' '), number };
    }
    case 'too-early':
      return {
        tone: 'info',
        text: asks === 'manager' ? manager.tooEarly(number) : nudge.tooEarly(number),
        number,
        again: new Date(outcome.againAtMs).toISOString(),
      };
    case 'waits-for-partner':
      return { tone: 'info', text: nudge.waitsForYou(number), number };
    case 'closed':
      return { tone: 'info', text: nudge.closed(number), number };
    case 'turned-off':
      return { tone: 'info', text: nudge.turnedOff(number), number };
  }
}

/** Who hears it, and who can't be reached yet. A lead appears by role: the partner may not know them. */
function describeHeard(heard: readonly Heard[], { nudge, outcomes, people }: Words): readonly string[] {
  const nameOf = ({ as, name }: Heard) =>
    as === 'lead' ? outcomes.whoMay.lead(name ?? '') : (name ?? people.formerColleague);
  const reached = heard.filter(({ isReached }) => isReached).map(nameOf);
  const unreached = heard.filter(({ isReached }) => !isReached).map(nameOf);
  return [
    ...(reached.length === 0 ? [] : [nudge.notified(reached)]),
    ...(unreached.length === 0 ? [] : [nudge.unreachable(unreached)]),
  ];
}
