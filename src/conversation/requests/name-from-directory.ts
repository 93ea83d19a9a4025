import type { RequestDraft } from '../../answering/reply';
import type { Organisation } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import { findChosen } from '../../engagement/routing/route';
import { nameKey } from '../../shared/names';

/**
 * The draft with the person's name as the directory spells it, if it means one person that this partner may ask for. One of
 * our people, or the partner itself, is no customer.
 */
export function nameFromDirectory(
  draft: RequestDraft,
  { partner }: Identity,
  organisation: Organisation,
): RequestDraft {
  const choice = { role: draft.role, person: draft.person };
  const found = draft.person === null ? undefined : findChosen({ partner, choice }, organisation);
  const others = [partner?.name, ...organisation.people.map(({ name }) => name)];
  const isCustomer = !others.some(
    (name) => name !== undefined && nameKey(name) === nameKey(draft.customer ?? ''),
  );
  return {
    ...draft,
    person: found?.outcome === 'found' ? found.person.name : draft.person,
    customer: isCustomer ? draft.customer : null,
  };
}
