/** The only place that decides why someone can't do something with a request. */
import type { Executor } from '../../db/database';
import type { Organisation } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import type { DeskDependencies } from '../dependencies';
import { listAllowed, listWhoMay, mayEverDo, maySee } from '../permissions';
import { isDue } from './lifecycle';
import { viewFor } from '../reading/reader';
import { findShown } from '../reading/find-shown';
import type { RequestView } from '../reading/view';
import { relationsToRequest, type Relation } from '../relations';
import type { EngagementRequest, RequestEvent } from '../request';
import type { ChangeName } from './index';
import type { RequestRef } from '../store';
import type { Refused } from './outcome';

export type Refusal =
  | { readonly kind: 'not-found' | 'not-allowed' }
  | { readonly kind: 'not-possible'; readonly request: EngagementRequest }
  | { readonly kind: 'not-yours'; readonly request: EngagementRequest; readonly who: readonly Relation[] };

interface Attempted {
  readonly ref: RequestRef;
  readonly by: Identity;
  readonly request: EngagementRequest;
  /** Its events, oldest first. */
  readonly happened: readonly RequestEvent[];
  readonly organisation: Organisation;
  /** What they tried: any one of these. */
  readonly events: readonly ChangeName[];
}

/** Call it only for someone who may not do any of the events now. */
export async function findRefusal(
  deps: Pick<DeskDependencies, 'outbox' | 'store'>,
  executor: Executor,
  { ref, by, request, happened, organisation, events }: Attempted,
): Promise<Refusal> {
  const relations = relationsToRequest(by, request, organisation);
  const shown = await findShown(deps, executor, ref, by, request);
  if (maySee(relations) === null && shown === 'nothing') return { kind: 'not-found' };
  const due = events.filter((event) => isDue(event, happened));
  const who = [...new Set(due.flatMap((event) => listWhoMay(event, request.state)))];
  if (who.length > 0) return { kind: 'not-yours', request, who };
  const movedOn = shown === 'left behind' || events.some((event) => mayEverDo(relations, event));
  return movedOn ? { kind: 'not-possible', request } : { kind: 'not-allowed' };
}

/** The refusal as the person hears it. Never call it inside a transaction. */
export async function describeRefusal(
  deps: DeskDependencies,
  by: Identity,
  refusal: Refusal,
  organisation: Organisation,
): Promise<Refused> {
  switch (refusal.kind) {
    case 'not-possible': {
      const request = await viewFor(deps, by, refusal.request, organisation);
      const last = request.events.at(-1) ?? null;
      return { outcome: 'not-possible', state: request.state, last, request };
    }
    case 'not-yours': {
      const request = await viewFor(deps, by, refusal.request, organisation);
      return { outcome: 'not-yours', request, who: refusal.who };
    }
    case 'not-found':
    case 'not-allowed':
      return { outcome: refusal.kind };
  }
}

export type PreviewOutcome = { readonly outcome: 'possible'; readonly request: RequestView } | Refused;

/** Whether someone may make one of the events happen now, before they are asked for its details. */
export async function preview(
  deps: DeskDependencies,
  by: Identity,
  ref: RequestRef,
  events: readonly ChangeName[],
): Promise<PreviewOutcome> {
  const { database, store, directory } = deps;
  const request = await store.find(database.direct, ref);
  if (request === undefined) return { outcome: 'not-found' };
  const organisation = await directory.current();
  const happened = await store.listEvents(database.direct, request.id);
  const allowed = listAllowed(relationsToRequest(by, request, organisation), request.state, happened);
  if (events.some((event) => allowed.includes(event)))
    return { outcome: 'possible', request: await viewFor(deps, by, request, organisation) };
  const refusal = await findRefusal(deps, database.direct, {
    ref,
    by,
    request,
    happened,
    organisation,
    events,
  });
  return describeRefusal(deps, by, refusal, organisation);
}
