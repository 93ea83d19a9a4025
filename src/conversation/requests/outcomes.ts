/** The outcome of a change, in words for the person who tried it. */
import { renderCard } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { NoticeModel } from '../../../cards/notice';
import { describeHappening } from '../../../cards/elements/happening';
import { stateWord } from '../../../cards/elements/request-state';
import type { Organisation } from '../../directory/organisation';
import type { UncertainCardAnswer, UncertainCardOutcome } from '../../engagement/delivery/uncertain-cards';
import type { ChangeOutcome, ClaimOutcome, Notified, Refused } from '../../engagement/events/outcome';
import type { Relation } from '../../engagement/relations';
import { isOpen } from '../../engagement/request';
import type { RequestView } from '../../engagement/reading/view';
import type { Outgoing } from '../message';
import { describeProblems } from './faults';
import { nameOwner, readerOf, toHappening, wasGiven } from './request-models';

/** The same reply for an unknown request and somebody else's, so that guessing numbers reveals nothing. */
export function notFound({ outcomes }: Words): NoticeModel {
  return { ...refused(outcomes.notFound), saysNext: true };
}

/** For the former owner of a request that they can't see any more: where it is now. */
export function leftBehind(request: RequestView, words: Words): NoticeModel {
  return { tone: 'info', text: whereNow(request, words), number: null, saysNext: true };
}

function whereNow(request: RequestView, words: Words): string {
  const { number, state, queue } = request;
  const owner = nameOwner(request, words);
  const last = request.events.at(-1);
  if (!isOpen(state))
    return words.over.gone(number, last === undefined ? null : describeHappening(toHappening(last), words));
  return owner === null ? words.over.inQueue(number, queue.name) : words.over.withOwner(number, owner);
}

/** `did` says what was done, e.g. "You claimed PD-0042.". */
export function describeOutcome(
  outcome: ChangeOutcome | ClaimOutcome | Refused,
  did: (request: RequestView) => string,
  organisation: Organisation,
  words: Words,
): NoticeModel {
  switch (outcome.outcome) {
    case 'done': {
      const { request, notified } = outcome;
      const text = [did(request), ...describeNotified(request, notified, organisation, words)].join(' ');
      return { tone: 'done', text, ...wayTo(request) };
    }
    case 'already-claimed': {
      const { by, isYou, request } = outcome;
      const isGiven = wasGiven(request);
      const has = words.outcomes[isGiven ? 'alreadyHas' : 'alreadyClaimed'];
      const youHave = words.outcomes[isGiven ? 'youAlreadyHave' : 'youAlreadyClaimed'];
      const text = isYou
        ? youHave(request.number)
        : has(by.name ?? words.people.formerColleague, request.number);
      return { tone: 'refused', text, ...wayTo(request) };
    }
    case 'not-possible': {
      const { request, last } = outcome;
      const state = stateWord(request.state, readerOf(request), words);
      const since = last === null ? null : describeHappening(toHappening(last), words);
      const text = words.outcomes.notPossible(request.number, state, since);
      return { tone: 'refused', text, ...wayTo(request) };
    }
    case 'not-yours': {
      const { request, who } = outcome;
      const named = describeWho(request, new Set(who), words);
      const text = words.outcomes.notYours(request.number, words.speech.either(named));
      return { tone: 'refused', text, ...wayTo(request) };
    }
    case 'not-found':
      return notFound(words);
    case 'not-allowed':
      return refused(words.outcomes.notAllowed);
    case 'invalid':
      return refused(describeProblems(outcome.problems, words));
  }
}

/** Who may do it, by name if there's one person. */
function describeWho(request: RequestView, who: ReadonlySet<Relation>, words: Words): readonly string[] {
  const { whoMay } = words.outcomes;
  const owner = request.owner?.name ?? null;
  return [
    ...(who.has('owner') && request.owner !== null ? [whoMay.owner(owner)] : []),
    ...(who.has('member') ? [whoMay.members(request.queue.name)] : []),
    ...(who.has('lead') ? [whoMay.lead(request.queue.name)] : []),
    ...(who.has('requester') ? [whoMay.requester(request.requesterName)] : []),
  ];
}

/** The outcome of the question whether a handoff card is there. */
export function describeUncertainCard(
  outcome: UncertainCardOutcome,
  answer: UncertainCardAnswer,
  words: Words,
): NoticeModel {
  const { uncertainCards } = words;
  switch (outcome.outcome) {
    case 'decided': {
      const text =
        answer === 'again'
          ? uncertainCards.postedAgain(outcome.number)
          : uncertainCards.isThere(outcome.number);
      return { tone: 'done', text, number: null };
    }
    case 'nothing-to-decide':
      return { tone: 'info', text: uncertainCards.none(outcome.number), number: null };
    case 'not-allowed':
      return refused(words.outcomes.notAllowed);
    case 'not-found':
      return notFound(words);
  }
}

/** Who else hears of it, one sentence a kind of reach; those who cannot be reached are named too. */
function describeNotified(
  request: RequestView,
  notified: readonly Notified[],
  organisation: Organisation,
  words: Words,
): readonly string[] {
  const actor = request.events.at(-1)?.actor.id;
  const others = notified.filter(({ to }) => to.kind !== 'person' || to.personId !== actor);
  const named = others.map(({ to, reach }) => ({ name: nameOf(to, request, organisation, words), reach }));
  const unique = [...new Map(named.map((one) => [one.name, one])).values()];
  const reached = unique.filter(({ reach }) => reach !== 'none').map(({ name }) => name);
  const unreached = unique.filter(({ reach }) => reach === 'none').map(({ name }) => name);
  const isActorUnknown = notified.some(
    ({ to, reach }) => to.kind === 'person' && to.personId === actor && reach === 'none',
  );
  return [
    ...(isActorUnknown ? [words.outcomes.sayHello] : []),
    ...(reached.length === 0 ? [] : [words.outcomes.notified(reached)]),
    ...(unreached.length === 0 ? [] : [words.outcomes.notReachable(unreached)]),
  ];
}

function nameOf(
  to: Notified['to'],
  request: RequestView,
  organisation: Organisation,
  { people }: Words,
): string {
  switch (to.kind) {
    case 'requester':
      return request.requesterName;
    case 'person':
      return organisation.findPerson(to.personId)?.name ?? people.formerColleague;
    case 'queue':
      return organisation.findQueue(to.queueId)?.name ?? organisation.catchAll.name;
  }
}

function refused(text: string): NoticeModel {
  return { tone: 'refused', text, number: null };
}

/** No link for people who can't open the request: a former owner outside its queue, or a colleague if it's confidential. */
function wayTo({ audience, number }: RequestView): Pick<NoticeModel, 'number' | 'saysNext'> {
  return audience === 'colleague' ? { number: null, saysNext: true } : { number };
}

export function showNotice(notice: NoticeModel, words: Words, mode: Outgoing['mode'] = 'send'): Outgoing {
  return { mode, card: renderCard('notice', notice, words) };
}
