import type { Organisation } from '../../directory/organisation';
import type { DeskDependencies } from '../dependencies';
import { mayLook, maySee } from '../permissions';
import type { Relation } from '../relations';
import type { EngagementRequest } from '../request';
import { viewRequest, type Audience, type RequestView } from './view';

/** Reads a request with its events and what was done about its waits, as the audience may see it. Never call it inside a transaction. */
export async function readView(
  { database, store, directory }: DeskDependencies,
  request: EngagementRequest,
  audience: Audience,
  organisation: Organisation,
): Promise<RequestView> {
  const events = await store.listEvents(database.direct, request.id);
  const steps = await store.listSteps(database.direct, [request.id]);
  const { assignedId } = request;
  const teamsUserId = assignedId === null ? null : await directory.findTeamsUserId(assignedId);
  return viewRequest(request, events, audience, { organisation, teamsUserId, steps });
}

/** The audience that someone with these relations is in 1:1. */
export function audienceOf(relations: ReadonlySet<Relation>, request: EngagementRequest): Audience {
  if (mayLook(relations, 'see-confidential-customer') !== null) {
    return relations.has('requester') ? 'requester' : 'owner';
  }
  if (mayLook(relations, 'see') !== null) return 'member';
  return maySee(relations, request) === null ? 'colleague' : 'company';
}
