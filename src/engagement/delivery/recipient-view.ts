/** A request as the recipient of a card may see it, and what that person may do. */
import type { Organisation } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import type { Recipient } from '../../outbox/message';
import type { DeskDependencies } from '../dependencies';
import { mayLook } from '../permissions';
import { readView } from '../reading/reader';
import { relationsToRequest } from '../relations';
import type { EngagementRequest } from '../request';
import type { RequestView } from '../reading/view';

/** `maySee`: they may see the request. Otherwise its card only says that it has moved on. */
export interface RecipientView {
  readonly view: RequestView;
  readonly maySee: boolean;
}

export async function readRecipientView(
  deps: DeskDependencies,
  to: Recipient,
  request: EngagementRequest,
  organisation: Organisation,
): Promise<RecipientView> {
  switch (to.kind) {
    case 'queue':
      return { view: await readView(deps, request, 'channel', organisation), maySee: true };
    case 'requester': {
      const maySee = to.userId === request.requester.userId;
      const audience = maySee ? 'requester' : 'colleague';
      return { view: await readView(deps, request, audience, organisation), maySee };
    }
    case 'person': {
      const identity = await identityOf(deps, to.personId, organisation);
      const relations = relationsToRequest(identity, request, organisation);
      const audience = relations.has('owner') ? 'owner' : 'member';
      const view = await readView(deps, request, audience, organisation, relations);
      return { view, maySee: mayLook(relations, 'see') !== null };
    }
  }
}

/** Someone in the directory, with what a message to them needs: their rights, and no partner. */
async function identityOf(
  { directory }: Pick<DeskDependencies, 'directory'>,
  personId: string,
  organisation: Organisation,
): Promise<Identity> {
  const person = organisation.findPerson(personId) ?? null;
  const isOperator = (await directory.listOperators()).some(({ id }) => id === personId);
  const nobody = { userId: '', aadObjectId: null, tenantId: null, partner: null };
  return { ...nobody, name: person?.name ?? '', person, isOperator };
}
