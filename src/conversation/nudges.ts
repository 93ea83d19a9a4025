import type { NoticeModel } from '../../cards/notice';
import type { Words } from '../../cards/words/languages';
import type { Organisation } from '../directory/organisation';
import type { Told } from '../engagement/outcome';
import type { NudgeOutcome } from '../engagement/waiting/nudge';
import { notFound } from './outcomes';

/** What became of a nudge, in words for the partner who tried it. */
export function describeNudge(outcome: NudgeOutcome, organisation: Organisation, words: Words): NoticeModel {
  const { nudge } = words;
  if (!('request' in outcome)) {
    if (outcome.outcome === 'not-found') return notFound(words);
    return { tone: 'refused', text: nudge.notYours, number: null };
  }
  const { number } = outcome.request;
  switch (outcome.outcome) {
    case 'nudged': {
      const name = nameOf(outcome.told, organisation);
      const told = outcome.told.reach === 'none' ? nudge.unreachable(name) : nudge.told(name);
      return { tone: 'done', text: `${nudge.done(number)} ${told}`, number };
    }
    case 'too-early':
      return {
        tone: 'info',
        text: nudge.tooEarly(number),
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

function nameOf({ to, reach }: Told, organisation: Organisation): string {
  const { catchAll } = organisation;
  switch (to.kind) {
    case 'queue':
      return reach === 'fallback' ? catchAll.name : (organisation.findQueue(to.queueId) ?? catchAll).name;
    case 'person':
      return organisation.findPerson(to.personId)?.name ?? catchAll.name;
    case 'requester':
      return to.userId;
  }
}
