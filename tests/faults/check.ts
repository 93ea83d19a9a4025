/**
 * What must hold after everything came to rest, whatever happened before: nothing lost, nothing doubled. Both the long
 * and the short form end here. It reads the database, what the connector was given, and what people saw.
 */
import type { Storage } from '../../src/open-storage';
import type { EngagementRequest, RequestEvent } from '../../src/engagement/request';
import { groupNews } from '../../src/engagement/delivery/news-groups';
import { formatNumber } from '../../src/engagement/request';
import { ROW_STATES, type OutboxRow } from '../../src/outbox/message';
import type { ConnectorCall } from '../support/fake-connector';
import { describe, findClaimNews, findHandoff, findQuestion, isTaken } from './channel-cards';
import { nameFault } from './connector-faults';
import { countBy, groupBy } from './counting';
import type { Witness } from './load';
import type { SentActivity } from './teams';

export interface Aftermath {
  readonly storage: Storage;
  readonly calls: readonly ConnectorCall[];
  readonly witness: Witness;
  readonly activities: readonly SentActivity[];
  /** When a process was killed, the clock was set, or the database went away or came back. */
  readonly disturbedAtMs: readonly number[];
  /** How many messages were left that this version cannot read. */
  readonly poisons: number;
}

export interface Verdict {
  readonly counts: Readonly<Record<string, number>>;
  /** Each invariant that does not hold, with what broke it; empty when all is well. */
  readonly broken: readonly string[];
}

export async function checkAftermath(aftermath: Aftermath): Promise<Verdict> {
  const { storage, calls, witness, activities } = aftermath;
  const { engagementStore, outboxStore, database } = storage;
  const requests = await engagementStore.list(database.direct, {}, { limit: 1_000_000, before: null });
  const trails = new Map<string, readonly RequestEvent[]>();
  for (const { id } of requests) trails.set(id, await engagementStore.listEvents(database.direct, id));
  const rows = await outboxStore.listByState(database.direct, ROW_STATES);
  const submitted = await database.direct
    .selectFrom('request_events')
    .select(['submission_id', (select) => select.fn.countAll<number>().as('count')])
    .where('submission_id', 'is not', null)
    .groupBy('submission_id')
    .execute();
  const notes = new Map(submitted.map((row) => [row.submission_id, row.count]));

  const handoffs = groupBy(
    calls.filter((call) => isTaken(call) && call.method === 'POST'),
    findHandoff,
  );
  const twice = findTwiceHandled(aftermath);
  const broken = [
    ...checkConfirmed(requests, witness),
    ...requests.flatMap((request) => checkTrail(request, trails.get(request.id) ?? [])),
    ...checkNumbers(requests),
    ...checkClaims(requests, trails, witness),
    ...witness.notes
      .filter(({ formId }) => notes.get(formId) !== 1)
      .map(
        ({ formId, number }) => `${number}: the note of ${formId} is there ${notes.get(formId) ?? 0} times`,
      ),
    ...requests.flatMap((request) => checkHandoff(request, handoffs, aftermath)),
    ...checkRows(rows),
    ...checkUnreadable(await outboxStore.listUnreadable(database.direct), aftermath),
    ...checkReplies(aftermath),
    ...checkClaimNews(requests, trails, calls),
    ...twice,
  ];
  const lost = findLostHandoffs(calls);
  return {
    broken,
    counts: {
      'requests that a partner saw sent': witness.confirmed.length,
      'requests stored': requests.length,
      'events stored': [...trails.values()].flat().length,
      'claims that won': witness.claims.length,
      'notes notified': witness.notes.length,
      'activities of Teams': activities.length,
      'activities that came more than once': activities.filter(({ tries }) => tries > 1).length,
      'calls to the connector': calls.length,
      'handoff cards taken': [...handoffs.values()].flat().length,
      'handoff cards whose answer was lost': lost.length,
      'queues asked whether a card is there': new Set(
        calls.filter(isTaken).flatMap((call) => findQuestion(call) ?? []),
      ).size,
      'cards posted again by decision': witness.again.length,
      ...countBy(calls.flatMap(({ fault }) => (fault === null ? [] : [`fault ${nameFault(fault)}`]))),
      ...countBy(rows.map(({ state }) => `messages ${state}`)),
    },
  };
}

/** What a partner saw sent is there, by that form and for that partner; and a form is one request. */
function checkConfirmed(requests: readonly EngagementRequest[], { confirmed }: Witness): string[] {
  const byNumber = new Map(requests.map((request) => [formatNumber(request.number), request]));
  const forms = groupBy(requests, ({ submissionId }) => submissionId);
  return [
    ...confirmed.flatMap(({ formId, number, by }) => {
      const request = byNumber.get(number);
      if (request === undefined) return [`${number}: seen sent, and not stored`];
      const isTheirs = request.submissionId === formId && request.requester.userId === by.id;
      return isTheirs ? [] : [`${number}: seen sent by ${formId}, and stored for ${request.submissionId}`];
    }),
    ...[...forms]
      .filter(([, made]) => made.length > 1)
      .map(([formId, made]) => `${formId} made ${made.length} requests`),
  ];
}

function checkNumbers(requests: readonly EngagementRequest[]): string[] {
  const numbers = requests.map(({ number }) => number).sort((one, other) => one - other);
  return numbers.flatMap((number, index) =>
    number === index + 1 ? [] : [`the numbers have a gap before ${formatNumber(number)}`],
  );
}

/** Each change is an event, each event follows the one before, and together they lead to what the request says. */
function checkTrail(request: EngagementRequest, events: readonly RequestEvent[]): string[] {
  const number = formatNumber(request.number);
  const broken: string[] = [];
  let state: string | null = null;
  let owner: string | null = null;
  for (const [index, event] of events.entries()) {
    if (event.version !== index + 1)
      broken.push(`${number}: event ${index + 1} has version ${event.version}`);
    if (event.from !== state)
      broken.push(`${number}: ${event.event} from ${String(event.from)}, but it was ${String(state)}`);
    if (event.event === 'claim') {
      if (owner !== null) broken.push(`${number}: claimed by ${event.actor.id} while ${owner} had it`);
      owner = event.actor.id;
    }
    if (event.event === 'release') owner = null;
    state = event.to;
  }
  if (request.version !== events.length)
    broken.push(`${number}: version ${request.version}, ${events.length} events`);
  if (request.state !== state)
    broken.push(`${number}: ${request.state}, but its events lead to ${String(state)}`);
  if (request.ownerId !== owner)
    broken.push(`${number}: owned by ${String(request.ownerId)}, but its events say ${String(owner)}`);
  return broken;
}

/** Everyone who heard that a request is theirs has claimed it, and nobody else at the same time. */
function checkClaims(
  requests: readonly EngagementRequest[],
  trails: ReadonlyMap<string, readonly RequestEvent[]>,
  { claims }: Witness,
): string[] {
  const ids = new Map(requests.map(({ id, number }) => [formatNumber(number), id]));
  return claims.flatMap(({ number, by }) => {
    const events = trails.get(ids.get(number) ?? '') ?? [];
    const hasClaimed = events.some(({ event, actor }) => event === 'claim' && actor.id === by.id.slice(3));
    return hasClaimed ? [] : [`${number}: ${by.name} heard that it is theirs, and never claimed it`];
  });
}

/** A handoff card is there, once; twice only where somebody decided so, or Teams said that the first was gone. */
function checkHandoff(
  request: EngagementRequest,
  handoffs: ReadonlyMap<string, readonly ConnectorCall[]>,
  { calls, witness }: Aftermath,
): string[] {
  const number = formatNumber(request.number);
  const taken = handoffs.get(number)?.length ?? 0;
  if (taken === 0) return [`${number}: its handoff card is nowhere`];
  const gone = calls.filter(
    (call) => call.method === 'PUT' && hasStatus(call, 403) && findHandoff(call) === number,
  ).length;
  const decided = witness.again.filter((again) => again === number).length;
  const broken: string[] = [];
  if (taken > 1 + gone + decided)
    broken.push(
      `${number}: ${taken} handoff cards, ${decided} of them by decision, ${gone} after one was gone`,
    );
  const isAsked = calls.some((call) => isTaken(call) && findQuestion(call) === number);
  for (const lost of findLostHandoffs(calls)) {
    if (findHandoff(lost) !== number || isAsked) continue;
    const isPressed = calls.some((call) => call.method === 'PUT' && call.targetId === lost.activityId);
    if (!isPressed) broken.push(`${number}: the answer for its card was lost, and nobody was asked`);
  }
  return broken;
}

/** Every requester heard that it was claimed, perhaps more than once. */
function checkClaimNews(
  requests: readonly EngagementRequest[],
  trails: ReadonlyMap<string, readonly RequestEvent[]>,
  calls: readonly ConnectorCall[],
): string[] {
  const notified = groupBy(calls.filter(isTaken), findClaimNews);
  return requests.flatMap(({ id, number }) => {
    // What happens close together is one message, updated.
    const tellingClaims = groupNews(trails.get(id) ?? []).filter((group) =>
      group.some(({ event }) => event === 'claim'),
    ).length;
    const heard = new Set((notified.get(formatNumber(number)) ?? []).map(({ activityId }) => activityId))
      .size;
    return heard >= tellingClaims
      ? []
      : [`${formatNumber(number)}: ${tellingClaims} messages tell of a claim, the partner got ${heard}`];
  });
}

/** Everything came to its end. A person's own card may wait for them to be reached again. */
function checkRows(rows: readonly OutboxRow[]): string[] {
  const open: readonly OutboxRow['state'][] = ['pending', 'leased', 'sending', 'unsure', 'failed'];
  return rows
    .filter(({ state }) => open.includes(state))
    .map(
      ({ id, card, kind, state, lastStatus }) =>
        `message ${id} (${kind} ${card}) is ${state}, ${String(lastStatus)}`,
    );
}

/** What could not be read was set aside, and nothing else. */
function checkUnreadable(aside: readonly { readonly id: string }[], { poisons }: Aftermath): string[] {
  const broken = aside
    .filter(({ id }) => !id.startsWith('poison-'))
    .map(({ id }) => `message ${id} was set aside`);
  if (aside.length - broken.length !== poisons)
    broken.push(`${poisons} messages could not be read, ${aside.length} were set aside`);
  return broken;
}

/** What counts as handled got a reply, unless Teams refused one for good. */
function checkReplies({ activities, calls }: Aftermath): string[] {
  const said = groupBy(calls, ({ targetId }) => targetId ?? undefined);
  return activities.flatMap(({ id, cardId, isAnswered }) => {
    const replies = [...(said.get(id) ?? []), ...(said.get(cardId ?? '') ?? [])];
    const isReplied = replies.some(
      (call) => isTaken(call) && (call.targetId !== id || call.activity['type'] === 'message'),
    );
    const isRefused = replies.some((call) => hasStatus(call, 403));
    return !isAnswered || isReplied || isRefused ? [] : [`activity ${id} got no reply`];
  });
}

/**
 * The same said twice in answer to one activity means that it was handled twice. Where a process was killed, the
 * database was away or an answer was lost meanwhile, that may be.
 */
function findTwiceHandled({ calls, activities, disturbedAtMs }: Aftermath): string[] {
  const answers = groupBy(
    calls.filter((call) => isTaken(call) && call.method === 'POST' && call.activity['type'] === 'message'),
    ({ targetId }) => targetId ?? undefined,
  );
  return activities.flatMap(({ id, conversationId, fromMs, untilMs }) => {
    const said = (answers.get(id) ?? []).map(describe);
    if (new Set(said).size === said.length) return [];
    const isMeanwhile = (atMs: number) => atMs >= fromMs - 100 && atMs <= untilMs + 100;
    const isDisturbed =
      disturbedAtMs.some(isMeanwhile) ||
      calls.some(
        (call) => call.fault !== null && call.conversationId === conversationId && isMeanwhile(call.atMs),
      );
    return isDisturbed ? [] : [`activity ${id} was handled twice: ${said.join(', ')}`];
  });
}

/** Posts that were taken, and whose answer was anything but that. */
function findLostHandoffs(calls: readonly ConnectorCall[]): readonly ConnectorCall[] {
  return calls.filter(
    (call) =>
      call.method === 'POST' && call.fault !== null && isTaken(call) && findHandoff(call) !== undefined,
  );
}

function hasStatus({ fault }: ConnectorCall, status: number): boolean {
  return fault !== null && fault !== 'reset' && fault.status === status;
}
