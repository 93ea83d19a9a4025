/** Draws the cards about waiting from the state at sending time. */
import type { OutboxRow } from '../../outbox/message';
import type { DeskCard } from '../delivery/announce';
import type { DeskDependencies } from '../dependencies';
import { findEvent } from '../events';
import { isOpen, type EngagementRequest, type RequestEvent } from '../request';
import type { RequestView, WaitStepView } from '../reading/view';
import type { Digest } from './digest';
import { findAsked } from './find-asked';
import { findWait, parseStage, type Plea, type WaitStage } from './wait';

/** One who is mentioned: known to Teams by that id. */
export interface Mention {
  readonly userId: string;
  readonly name: string;
}

/** A card about a request that waits. */
export type WaitCardModel =
  | {
      /** To the person who is asked, in 1:1 (`isPrivate`) or in the queue's channel. */
      readonly card: 'reminder';
      readonly request: RequestView;
      readonly stage: WaitStage;
      readonly sinceMs: number;
      readonly asked: WaitStepView['person'];
      /** False where that person couldn't be reached: then this is for the others in the channel. */
      readonly isHeard: boolean;
      readonly isPrivate: boolean;
      readonly mention: Mention | null;
    }
  | {
      /** To the partner: who was asked. */
      readonly card: 'waiting-news';
      readonly request: RequestView;
      readonly stage: WaitStage;
      readonly sinceMs: number;
      /** The name, if the partner knows that person; null for a whole queue, or for people shown by role. */
      readonly asked: WaitStepView['person'];
      /** False where nobody could be reached but the queue. */
      readonly isHeard: boolean;
    }
  | {
      readonly card: 'nudge';
      readonly request: RequestView;
      readonly asks: Plea;
      /** What the partner wrote; null where there's nothing, or where this reader may not read it. */
      readonly said: string | null;
      readonly isPrivate: boolean;
      readonly mention: Mention | null;
    };

/** null for nobody, and for somebody whom Teams or the directory doesn't know any more. */
export async function findMention(
  directory: DeskDependencies['directory'],
  personId: string | null,
): Promise<Mention | null> {
  if (personId === null) return null;
  const person = (await directory.current()).findPerson(personId);
  const userId = await directory.findTeamsUserId(personId);
  return person === undefined || userId === null ? null : { userId, name: person.name };
}

export interface DigestCardModel {
  readonly card: 'digest';
  readonly digest: Digest;
}

/** null if that wait is over. */
export async function readWaitCard(
  { database, store, directory, clock }: DeskDependencies,
  row: OutboxRow,
  request: EngagementRequest,
  view: RequestView,
): Promise<WaitCardModel | null> {
  const isPrivate = row.to.kind === 'person';
  const mention = (personId: string | null) => (isPrivate ? null : findMention(directory, personId));
  if (row.card === ('nudge' satisfies DeskCard)) {
    const asks: Plea = row.args['asks'] === 'manager' ? 'manager' : 'nudge';
    const events = await store.listEvents(database.direct, request.id);
    const isWaiting = isOpen(request.state) && request.state !== 'needs-info';
    // A lead is asked about a request that was declined, too.
    if (asks === 'nudge' && !isWaiting) return null;
    const organisation = await directory.current();
    const { lead } = organisation.findQueue(request.queueId) ?? organisation.catchAll;
    const since = Number(row.args['version'] ?? Infinity);
    // Who asked for a manager still waits for one after the owner has acted.
    if (hasMoved(events, since, asks === 'manager' ? lead : null)) return null;
    const meant = asks === 'manager' ? lead : (request.ownerId ?? request.assignedId);
    const sinceMs = Number(row.args['sinceMs']);
    const step = view.steps.find((one) => one.stage === asks && one.sinceMs === sinceMs);
    const said = step?.said ?? null;
    return { card: 'nudge', request: view, asks, said, isPrivate, mention: await mention(meant) };
  }
  const wait = findWait(request, await store.listEvents(database.direct, request.id));
  const stage = parseStage(row.args['stage']);
  if (stage === undefined) return null;
  const sinceMs = Number(row.args['sinceMs'] ?? wait?.sinceMs);
  if (wait === null || wait.sinceMs !== sinceMs) return null;
  const step = view.steps.find((one) => one.stage === stage && one.sinceMs === sinceMs);
  const isHeard = step?.isHeard ?? true;
  const asked = step?.person ?? null;
  const findMissed = async () => {
    const organisation = await directory.current();
    const queue = organisation.findQueue(request.queueId) ?? organisation.catchAll;
    return findAsked(stage, request, queue, organisation, clock.nowMs()) ?? undefined;
  };
  if (row.card === ('reminder' satisfies DeskCard)) {
    const mentioned = await mention(asked?.id ?? request.assignedId);
    const missed = isHeard ? undefined : await findMissed();
    const named = missed === undefined ? asked : { id: missed.id, name: missed.name };
    return {
      card: 'reminder',
      request: view,
      stage,
      sinceMs,
      asked: named,
      isHeard,
      isPrivate,
      mention: mentioned,
    };
  }
  return { card: 'waiting-news', request: view, stage, sinceMs, asked, isHeard };
}

/**
 * Whether a colleague has acted since, which answers a nudge; with `personId`, whether that person has written to the
 * partner.
 */
function hasMoved(events: readonly RequestEvent[], since: number, personId: string | null): boolean {
  const isTheirs = ({ kind }: RequestEvent['actor']) => kind === 'requester' || kind === 'colleague';
  // Taking on the request doesn't count: there's nothing that the partner could reply to.
  const counts = ({ actor, event }: RequestEvent) =>
    personId === null ? !isTheirs(actor) : actor.id === personId && findEvent(event)?.takesReply === true;
  return events.some((event) => event.version > since && counts(event));
}
