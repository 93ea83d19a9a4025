/** What became of a change, in words for the one who tried it. */
import { renderCard } from '../../cards';
import type { NoticeModel } from '../../cards/notice';
import { stateWord } from '../../cards/elements/request-state';
import type { Organisation } from '../directory/organisation';
import type { InputProblem } from '../engagement/input';
import type { DoubtAnswer, DoubtOutcome } from '../engagement/doubts';
import type { ChangeOutcome, ClaimOutcome, Told } from '../engagement/outcome';
import type { RequestView } from '../engagement/view';
import type { Outgoing } from './message';
import { describeEvent, readerOf } from './request-models';

/** The same whether there is none or it is somebody else's: a number tells nothing to who guesses. */
export const NOT_FOUND: NoticeModel = {
  tone: 'refused',
  text: 'There is no such request among those that you may see. Check the number, or type: my requests',
  number: null,
};

const NOT_ALLOWED: NoticeModel = {
  tone: 'refused',
  text: 'That is not yours to do: members of its queue act on a request, and partners on their own. Nothing was changed.',
  number: null,
};

/** `did` says what was done, e.g. "You claimed PD-0042.". */
export function describeOutcome(
  outcome: ChangeOutcome | ClaimOutcome,
  did: (request: RequestView) => string,
  organisation: Organisation,
): NoticeModel {
  switch (outcome.outcome) {
    case 'done': {
      const { request, told } = outcome;
      const text = [did(request), ...describeTold(request, told, organisation)].join(' ');
      return { tone: 'done', text, number: request.number };
    }
    case 'already-claimed': {
      const who = outcome.isYou ? 'You have' : `${outcome.by.name} has`;
      return {
        tone: 'refused',
        text: `${who} already claimed ${outcome.request.number}.`,
        number: outcome.request.number,
      };
    }
    case 'not-possible': {
      const { request, last } = outcome;
      const since = last === null ? '' : ` (${describeEvent(last)})`;
      const text = `That is not possible now: ${request.number} is “${stateWord(request.state, readerOf(request))}”${since}. Nothing was changed.`;
      return { tone: 'refused', text, number: request.number };
    }
    case 'not-found':
      return NOT_FOUND;
    case 'not-allowed':
      return NOT_ALLOWED;
    case 'invalid':
      return { tone: 'refused', text: describeProblems(outcome.problems), number: null };
  }
}

/** What became of the question whether a handoff card is there. */
export function describeDoubt(outcome: DoubtOutcome, answer: DoubtAnswer): NoticeModel {
  switch (outcome.outcome) {
    case 'decided': {
      const { number } = outcome;
      const text =
        answer === 'again'
          ? `The card of ${number} is posted again. If both turn up, either works.`
          : `Thank you: the card of ${number} counts as there. It follows changes once somebody presses a button on it.`;
      return { tone: 'done', text, number: null };
    }
    case 'nothing-to-decide': {
      const text = `There is nothing to decide about ${outcome.number}: its card is not in doubt.`;
      return { tone: 'info', text, number: null };
    }
    case 'not-allowed':
      return NOT_ALLOWED;
    case 'not-found':
      return NOT_FOUND;
  }
}

export function describeProblems(problems: readonly InputProblem[]): string {
  const words = problems.map((problem) => `${describeProblem(problem)}.`);
  return `${words.join(' ')} Nothing was changed.`;
}

/** What was wrong with one field, of an input or of a card, as a sentence without its end. */
export function describeProblem({ field, message }: InputProblem): string {
  return `${FIELD_NAMES[field] ?? 'What was sent'} ${message}`;
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  acceptedFor: 'The date',
  answer: 'The answer',
  before: 'The page',
  customer: 'The customer',
  date: 'The date',
  details: 'The description',
  explanation: 'The explanation',
  formId: 'The form',
  hours: 'The number of hours',
  listId: 'The list',
  note: 'The note',
  number: 'The request',
  outcomeId: 'The outcome',
  person: 'The person',
  question: 'The question',
  reasonId: 'The reason',
  remark: 'The line for them',
  serviceId: 'The service',
  solutionAreaId: 'The solution area',
  summary: 'The summary',
  targetId: 'The person or queue',
  text: 'The text',
  to: 'The person or queue',
  wantedBy: 'The wished date',
};

/** Who else hears of it, one sentence a kind of reach; those who cannot be reached are named too. */
function describeTold(
  request: RequestView,
  told: readonly Told[],
  organisation: Organisation,
): readonly string[] {
  const actor = request.events.at(-1)?.actor.id;
  const others = told.filter(({ to }) => to.kind !== 'person' || to.personId !== actor);
  const named = others.map(({ to, reach }) => ({ name: nameOf(to, request, organisation), reach }));
  const unique = [...new Map(named.map((one) => [one.name, one])).values()];
  const reached = unique.filter(({ reach }) => reach !== 'none').map(({ name }) => name);
  const unreached = unique.filter(({ reach }) => reach === 'none').map(({ name }) => name);
  const isActorUnknown = told.some(
    ({ to, reach }) => to.kind === 'person' && to.personId === actor && reach === 'none',
  );
  return [
    ...(isActorUnknown ? ['Say hello to me in a 1:1 chat: there I show you the whole request.'] : []),
    ...(reached.length === 0 ? [] : [`Told: ${reached.join(', ')}.`]),
    ...(unreached.length === 0 ? [] : [`Not reachable yet: ${unreached.join(', ')}.`]),
  ];
}

function nameOf(to: Told['to'], request: RequestView, organisation: Organisation): string {
  switch (to.kind) {
    case 'requester':
      return request.requesterName;
    case 'person':
      return organisation.findPerson(to.personId)?.name ?? 'a former colleague';
    case 'queue':
      return organisation.findQueue(to.queueId)?.name ?? organisation.catchAll.name;
  }
}

export function showNotice(notice: NoticeModel, mode: Outgoing['mode'] = 'send'): Outgoing {
  return { mode, card: renderCard('notice', notice) };
}
