import type { Organisation } from '../../directory/organisation';
import type { DeskDependencies } from '../dependencies';
import type { Identity } from '../../directory/recognise';
import { mayLook, maySee } from '../permissions';
import { relationsToRequest, type Relation } from '../relations';
import type { EngagementRequest } from '../request';
import { viewRequest, type Audience, type RequestView } from './view';

/**
 * Reads a request with its events and what was done about its waits, as the audience may see it. `relations` are those of
 * one reader, where it's known who reads. Never call it inside a transaction.
 */
export async function readView(
  { database, store, directory, clock }: DeskDependencies,
  request: EngagementRequest,
  audience: Audience,
  organisation: Organisation,
  relations?: ReadonlySet<Relation>,
): Promise<RequestView> {
  const events = await store.listEvents(database.direct, request.id);
  const steps = await store.listSteps(database.direct, [request.id]);
  const { assignedId } = request;
  const teamsUserId = assignedId === null ? null : await directory.findTeamsUserId(assignedId);
  return viewRequest(request, events, audience, {
    ...{ organisation, teamsUserId, steps, relations },
    nowMs: clock.nowMs(),
  });
}

/** The audience that someone with these relations is in 1:1. */
export function audienceOf(relations: ReadonlySet<Relation>): Audience {
  if (mayLook(relations, 'see-confidential-customer') !== null) {
    return relations.has('requester') ? 'requester' : 'owner';
  }
  if (mayLook(relations, 'see') !== null) return 'member';
  return maySee(relations) === null ? 'colleague' : 'company';
}

/** A request as this person may see it in 1:1, with everything that they may do: a lead's rights, too. */
export async function viewFor(
  deps: DeskDependencies,
  by: Identity,
  request: EngagementRequest,
  organisation: Organisation,
): Promise<RequestView> {
  const relations = relationsToRequest(by, request, organisation);
  return readView(deps, request, audienceOf(relations), organisation, relations);
}
