import type { NoticeModel } from '../../cards/notice';
import type { Words } from '../../cards/words/languages';
import type { Organisation } from '../directory/organisation';
import type { Told } from '../engagement/outcome';
import type { NudgeOutcome } from '../engagement/waiting/nudge';
import { NOT_FOUND } from './outcomes';

/** What became of a nudge, in words for the partner who tried it. */
export function describeNudge(
  outcome: NudgeOutcome,
  organisation: Organisation,
  { nudge: words }: Words,
): NoticeModel {
  if (!('request' in outcome)) {
    if (outcome.outcome === 'not-found') return NOT_FOUND;
    return { tone: 'refused', text: words.notYours, number: null };
  }
  const { number } = outcome.request;
  switch (outcome.outcome) {
    case 'nudged': {
      const name = nameOf(outcome.told, organisation);
      const told = outcome.told.reach === 'none' ? words.unreachable(name) : words.told(name);
      return { tone: 'done', text: `${words.done(number)} ${told}`, number };
    }
    case 'too-early':
      return {
        tone: 'info',
        text: words.tooEarly(number),
        number,
        again: new Date(outcome.againAtMs).toISOString(),
      };
    case 'waits-for-partner':
      return { tone: 'info', text: words.waitsForYou(number), number };
    case 'closed':
      return { tone: 'info', text: words.closed(number), number };
    case 'turned-off':
      return { tone: 'info', text: words.turnedOff(number), number };
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
