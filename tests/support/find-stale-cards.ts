/**
 * Finds what's wrong with any card of a request that somebody sees: a useless or missing button, or an outdated state.
 */
import { chooseWords } from '../../cards/words/languages';
import { stateMark } from '../../cards/elements/request-state';
import type { Relation } from '../../src/engagement/relations';
import { relationsToRequest } from '../../src/engagement/relations';
import {
  isOpen,
  STATES,
  type EngagementRequest,
  type EventName,
  type RequestEvent,
} from '../../src/engagement/request';
import { designAllows, type Dates } from './design-table';
import { PERSON_IDS, pressesOf, seats, wordsOn, type Seats, type Shown } from './seats';

const EVENTS_OF: Readonly<Record<string, readonly EventName[]>> = {
  claim: ['claim'],
  release: ['release'],
  accept: ['accept'],
  ask: ['ask'],
  answer: ['answer'],
  note: ['note'],
  edit: ['edit'],
  reschedule: ['reschedule'],
  'propose-date': ['propose-date'],
  'confirm-date': ['confirm-date'],
  'decline-date': ['decline-date'],
  decline: ['decline'],
  complete: ['complete'],
  transfer: ['transfer-to-person', 'transfer-to-queue'],
  withdraw: ['withdraw'],
  reopen: ['reopen'],
};
/** Lists are pages that show the time when somebody asked for them, so they needn't be current. */
const SNAPSHOTS = new Set(['request-list', 'digest']);

export async function readRequest({ test }: Seats, number: string): Promise<EngagementRequest> {
  const { database, engagementStore } = test.storage;
  const found = await engagementStore.find(database.direct, { number: Number(number.slice(3)) });
  if (found === undefined) throw new Error(`There is no ${number}.`);
  return found;
}

const words = chooseWords(undefined, 'en');

/** Events after which a proposed date still waits for an answer. */
const LEAVE_PROPOSAL = new Set<EventName>(['note', 'edit', 'ask', 'answer']);

/** The date that waits for the owner's answer; null if there's none. */
function readProposal(events: readonly RequestEvent[]): string | null {
  const last = events.filter(({ event }) => !LEAVE_PROPOSAL.has(event)).at(-1);
  return last?.event === 'propose-date' ? (last.details.acceptedFor ?? null) : null;
}

/** Returns one sentence for each fault; empty if every card of the request is right. */
export async function findStaleCards(seated: Seats, number: string): Promise<readonly string[]> {
  const request = await readRequest(seated, number);
  const organisation = await seated.test.directory.current();
  const { database, engagementStore } = seated.test.storage;
  const proposed = readProposal(await engagementStore.listEvents(database.direct, request.id));
  const dates = {
    agreed: request.acceptedFor !== null && isOpen(request.state),
    proposed: proposed !== null,
  };
  const relationsOf = (userId: string): ReadonlySet<Relation> =>
    relationsToRequest(
      {
        userId,
        name: '',
        aadObjectId: null,
        tenantId: null,
        person: organisation.findPerson(PERSON_IDS[userId] ?? '') ?? null,
        partner: [seats.maya.userId, seats.nils.userId].includes(userId) ? (request.partner as never) : null,
        isOperator: userId === seats.marcus.userId,
      },
      request,
      organisation,
    );
  /** The people who read a card: one person, or the members of the channel's queue. */
  const readersOf = ({ place }: Shown): readonly string[] => {
    const { userId, conversationId } = place.address;
    if (userId !== null) return [userId];
    const queue = organisation.findQueue(conversationId.replace('19:', ''));
    const isThere = (id: string) =>
      queue !== undefined && (organisation.isMember(queue, id) || queue.lead === id);
    return Object.entries(PERSON_IDS).flatMap(([user, id]) => (isThere(id) ? [user] : []));
  };
  const faults: string[] = [];
  for (const one of seated.shown()) {
    const { message, place } = one;
    const json = JSON.stringify(message.card?.content ?? {});
    const name = message.card?.name ?? '';
    if (!json.includes(number) || SNAPSHOTS.has(name)) continue;
    const where = `${name} at ${place.address.conversationId}`;
    for (const data of pressesOf(one)) {
      if (data['number'] !== number) continue;
      const verb = String(data['verb']);
      const isPossible = readersOf(one).some((reader) =>
        isPossibleFor(verb, relationsOf(reader), request, dates),
      );
      if (!isPossible) faults.push(`${where} offers ${verb} while the request is ${request.state}`);
    }
    for (const event of listMissing(one, relationsOf, request, dates))
      faults.push(`${where} doesn't offer ${event} while the request is ${request.state}`);
    for (const state of listStatesOn(one))
      if (state !== request.state)
        faults.push(`${where} says ${state} while the request is ${request.state}`);
    if (name !== 'request' && name !== 'handoff') continue;
    const isShown = (value: string | null) =>
      value === null || wordsOn(one).some((written) => written.includes(value));
    const owner = organisation.findPerson(request.ownerId ?? '')?.name ?? null;
    if (!isShown(owner)) faults.push(`${where} does not name the owner ${String(owner)}`);
    // Nobody needs the agreed day of a request that was withdrawn or declined.
    const isOff = request.state === 'withdrawn' || request.state === 'declined';
    for (const date of [isOff ? null : request.acceptedFor, proposed])
      if (date !== null && !isShown(words.speech.day(date))) faults.push(`${where} does not show ${date}`);
    const isSecret = request.isConfidential && name === 'handoff';
    if (!isSecret && !isShown(request.customer))
      faults.push(`${where} does not name ${String(request.customer)}`);
  }
  return faults;
}

function isPossibleFor(
  verb: string,
  relations: ReadonlySet<Relation>,
  request: EngagementRequest,
  dates: Dates,
): boolean {
  const [, action = ''] = /^([a-z-]+)\.([a-z-]+)$/.exec(verb)?.slice(1) ?? [];
  const event = action === 'submit' ? verb.replace(/-form\.submit$/, '') : action;
  if (event === 'show') return true;
  if (event === 'nudge')
    return relations.has('requester') && isOpen(request.state) && request.state !== 'needs-info';
  const events = EVENTS_OF[event];
  if (events === undefined) throw new Error(`This test does not know what ${verb} does.`);
  return events.some((name) => designAllows(relations, name, request.state, dates));
}

/** The buttons that a request's own cards may have. */
const BUTTONS: Readonly<Record<string, readonly string[]>> = {
  handoff: [
    'claim',
    'accept',
    'ask',
    'complete',
    'reschedule',
    'confirm-date',
    'decline-date',
    'release',
    'transfer',
    'decline',
  ],
  request: ['answer', 'edit', 'propose-date', 'note', 'withdraw', 'reopen'],
};
/** A card in a channel is drawn for everyone who may read there. */
const IN_CHANNEL: ReadonlySet<Relation> = new Set<Relation>(['member', 'owner', 'lead']);

/** Lists what a card's reader may do but finds no button for. */
function listMissing(
  one: Shown,
  relationsOf: (userId: string) => ReadonlySet<Relation>,
  request: EngagementRequest,
  dates: Dates,
): readonly string[] {
  const { userId, conversationId } = one.place.address;
  const name = one.message.card?.name ?? '';
  // A queue that lost the request can't act on it any more.
  if (userId === null && conversationId !== `19:${request.queueId}`) return [];
  const relations = userId === null ? IN_CHANNEL : relationsOf(userId);
  const whole = [
    ...(BUTTONS['request'] ?? []),
    ...(relations.has('owner') ? (BUTTONS['handoff'] ?? []) : []),
  ];
  const events = name === 'request' ? whole : (BUTTONS[name] ?? []);
  const offered = new Set(pressesOf(one).map(({ verb }) => String(verb).split('.').at(-1)));
  // A question about an agreed date doesn't change that date.
  const isAgreed = request.state === 'needs-info' && request.acceptedFor !== null;
  return events.filter(
    (event) =>
      !offered.has(event) &&
      !(isAgreed && event === 'accept') &&
      (EVENTS_OF[event] ?? []).some((done) => designAllows(relations, done, request.state, dates)),
  );
}

/** Lists the states whose label is on the card. */
function listStatesOn(one: Shown): readonly string[] {
  const written = wordsOn(one);
  return STATES.filter((state) =>
    (['partner', 'staff'] as const).some((reader) => written.includes(stateMark(state, reader, words))),
  );
}
